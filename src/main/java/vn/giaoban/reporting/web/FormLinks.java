package vn.giaoban.reporting.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import vn.giaoban.figures.Catalogue;
import vn.giaoban.reporting.Period;
import vn.giaoban.reporting.forms.FilledForm;
import vn.giaoban.reporting.forms.FilledForms;
import vn.giaoban.reporting.forms.Form;
import vn.giaoban.reporting.forms.Formula;

/** Where the numbers of forms open: at the figures they are made of. */
record FormLinks(FilledForms forms, Catalogue catalogue) {

    /** One figure or one part opens at once; what is made of several opens as a page that lists them. Null where nothing opens. */
    @Nullable
    String path(Form form, Form.Row row, FilledForm.Cell cell) {
        if (!cell.opens()) {
            return null;
        }
        var formula = form.formula(row, cell.column());
        var pieces = formula.mean() ? List.<Piece>of() : pieces(formula);
        return pieces.size() == 1
                ? path(pieces.get(0), cell.column().span())
                : "/forms/" + forms.unit().id() + "/" + form.code() + "/cell?" + query() + "&row=" + row.code()
                        + "&column=" + cell.column().code();
    }

    /** The reading in an address of forms. */
    String query() {
        return "period=" + forms.period().code() + "&structure="
                + forms.reading().structure() + "&known=" + forms.reading().known();
    }

    /**
     * A figure or a part of it that is added or taken away as one.
     *
     * @param part that is opened alone; null: not divided, or several parts that are not opened one by one
     */
    record Piece(
            Formula.Term term,
            @Nullable String part,
            @Nullable String then) {

        /** As a formula of its own, for its value. */
        Formula formula() {
            var parts = new ArrayList<Formula.Parts>();
            for (var one : term.parts()) {
                var key = parts.isEmpty() ? part : then;
                parts.add(key == null ? one : new Formula.Parts(one.breakdown(), false, java.util.Set.of(key)));
            }
            return new Formula(List.of(new Formula.Term(true, term.indicator(), parts)), false);
        }
    }

    /** One for each part where the parts are named. */
    static List<Piece> pieces(Formula formula) {
        var pieces = new ArrayList<Piece>();
        for (var term : formula.terms()) {
            var parts = term.parts();
            if (parts.isEmpty() || parts.stream().anyMatch(Formula.Parts::not)) {
                pieces.add(new Piece(term, null, null));
            } else {
                for (var part : parts.get(0).keys()) {
                    if (parts.size() == 1) {
                        pieces.add(new Piece(term, part, null));
                    } else {
                        parts.get(1).keys().forEach(then -> pieces.add(new Piece(term, part, then)));
                    }
                }
            }
        }
        return pieces;
    }

    String path(Piece piece, Form.Span span) {
        var period = span == Form.Span.NOW ? forms.period() : forms.period().yearAgo();
        var figures = "/figures/" + forms.unit().id();
        var term = piece.term();
        if (term.parts().isEmpty()) {
            return figures + "/rows/" + term.indicator() + "?" + read(period);
        }
        var sensitive = term.parts().stream()
                .anyMatch(part ->
                        catalogue.breakdown(part.breakdown()).orElseThrow().sensitive());
        return piece.part() == null || sensitive
                ? figures + "/breakdown?" + read(period) + "&indicator=" + term.indicator() + "&by="
                        + term.parts().get(0).breakdown()
                        + (term.parts().size() > 1
                                ? "&then=" + term.parts().get(1).breakdown()
                                : "")
                : figures + "/rows/" + term.indicator() + "?" + read(period) + "&by=" + term.division() + "&part="
                        + encoded(piece.part())
                        + (piece.then() == null ? "" : "&then=" + encoded(piece.then()));
    }

    private String read(Period period) {
        return "from=" + period.from() + "&until=" + period.until() + "&structure="
                + forms.reading().structure() + "&known=" + forms.reading().known();
    }

    private static String encoded(String key) {
        return key.equals("?") ? "" : UriUtils.encode(key, "UTF-8");
    }
}
