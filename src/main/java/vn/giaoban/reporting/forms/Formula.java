package vn.giaoban.reporting.forms;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a cell of a form is reckoned by: sums and differences of figures and of their parts, or a mean over the parts of a breakdown whose
 * keys are numbers.
 *
 * <pre>
 * all-admissions + transfers-in + restored
 * members{education=thac-si|tien-si}            one breakdown, one or more parts
 * members{ethnicity=tay,sex=F}                  two
 * members{ethnicity!=kinh|?}                    all parts but these; ? is "not stated"
 * base-organisations{unit-base-sector=*}        every part: the whole
 * mean(all-admissions{age})                     sum of key times count, by the counts
 * </pre>
 */
public record Formula(List<Term> terms, boolean mean) {

    private static final Pattern SIGN = Pattern.compile("\\s+([+-])\\s+(?![^{]*})");
    private static final Pattern TERM = Pattern.compile("([a-z0-9-]+)(?:\\{([^{}]*)})?");
    private static final Pattern MEAN = Pattern.compile("mean\\(([a-z0-9-]+)\\{([a-z0-9-]+)}\\)");
    private static final Pattern WHICH = Pattern.compile("([a-z-]+?)(!?=)(.+)");
    private static final int MOST = 2;

    public Formula {
        terms = List.copyOf(terms);
    }

    /**
     * One figure, or parts of it.
     *
     * @param plus added; else taken away
     * @param indicator code in the catalogue
     * @param parts in the order of the codes of their breakdowns, at most two; of a mean the breakdown whose keys are the numbers
     */
    public record Term(boolean plus, String indicator, List<Parts> parts) {

        public Term {
            parts = List.copyOf(parts);
        }

        /** As {@link vn.giaoban.figures.Question#by} takes it; "" where nothing is divided. */
        public String division() {
            return String.join(",", parts.stream().map(Parts::breakdown).toList());
        }
    }

    /**
     * @param not all but these
     * @param keys of the parts; {@code ?} is what is not stated
     */
    public record Parts(String breakdown, boolean not, Set<String> keys) {

        static final String UNSTATED = "?";

        public Parts {
            keys = new LinkedHashSet<>(keys);
        }
    }

    /** @throws IllegalArgumentException saying where it cannot be read; formulas are data of the program, checked when it starts */
    public static Formula of(String text) {
        var mean = MEAN.matcher(text.strip());
        if (mean.matches()) {
            return new Formula(
                    List.of(new Term(true, mean.group(1), List.of(new Parts(mean.group(2), true, Set.of())))), true);
        }
        var terms = new ArrayList<Term>();
        var signs = SIGN.matcher(text.strip());
        var from = 0;
        var plus = true;
        while (signs.find()) {
            terms.add(term(plus, text.strip().substring(from, signs.start()), text));
            plus = signs.group(1).equals("+");
            from = signs.end();
        }
        terms.add(term(plus, text.strip().substring(from), text));
        return new Formula(terms, false);
    }

    private static Term term(boolean plus, String text, String whole) {
        var term = TERM.matcher(text.strip());
        if (!term.matches()) {
            throw new IllegalArgumentException("not a figure: “" + text + "” in “" + whole + "”");
        }
        var parts = new ArrayList<Parts>();
        if (term.group(2) != null) {
            for (var which : term.group(2).split(",")) {
                parts(which.strip(), whole, parts);
            }
        }
        if (parts.size() > MOST
                || parts.stream().map(Parts::breakdown).distinct().count() < parts.size()) {
            throw new IllegalArgumentException("at most two different breakdowns: “" + whole + "”");
        }
        parts.sort(java.util.Comparator.comparing(Parts::breakdown));
        return new Term(plus, term.group(1), parts);
    }

    private static void parts(String text, String whole, List<Parts> parts) {
        var which = WHICH.matcher(text);
        if (!which.matches()) {
            throw new IllegalArgumentException("not a part: “" + text + "” in “" + whole + "”");
        }
        if (!which.group(3).equals("*")) {
            parts.add(new Parts(
                    which.group(1),
                    which.group(2).equals("!="),
                    new LinkedHashSet<>(List.of(which.group(3).split("\\|")))));
        }
    }
}
