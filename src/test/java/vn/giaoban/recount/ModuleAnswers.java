package vn.giaoban.recount;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.giaoban.figures.Figure;
import vn.giaoban.figures.Figures;
import vn.giaoban.figures.Question;
import vn.giaoban.figures.TreeChoice;
import vn.giaoban.shared.Acting;

/** From the module itself. */
record ModuleAnswers(Figures module) implements Answers {

    @Override
    public Map<String, String> figures(Asked asked) {
        return texts(acting(() -> module.read(Loading.system(), question(asked)).figures()));
    }

    @Override
    public Map<String, Map<String, String>> parts(Asked asked, String by) {
        var parts = new HashMap<String, Map<String, String>>();
        // stocks asked for alone may be answered from sums; of the same code they overwrite what was counted
        Stream.of(
                        question(asked).by(by),
                        question(asked).only("members", "closing").by(by))
                .flatMap(question ->
                        acting(() -> module.read(Loading.system(), question).figures()).stream())
                .forEach(figure -> {
                    var values = new HashMap<String, String>();
                    figure.parts().forEach(part -> {
                        values.put(String.valueOf(part.key()), String.valueOf(part.value()));
                        part.parts()
                                .forEach(inner ->
                                        values.put(part.key() + "|" + inner.key(), String.valueOf(inner.value())));
                    });
                    parts.put(figure.code(), values);
                });
        return parts;
    }

    @Override
    public List<Line> lines(Asked asked) {
        return acting(() -> module.children(Loading.system(), question(asked)).lines().stream()
                .map(line -> new Line(
                        line.unit().code(),
                        line.own(),
                        line.days().stream()
                                .map(days -> days.from() + " " + days.until())
                                .toList(),
                        texts(line.figures())))
                .toList());
    }

    @Override
    public int rows(Asked asked, String indicator) {
        return Integer.parseInt(figures(asked).get(indicator)); // rows are asked for over HTTP
    }

    private Question question(Asked asked) {
        return Question.of(module.named(asked.unit()), asked.from(), asked.until())
                .in(TreeChoice.of(asked.structure().toString()).orElseThrow())
                .known(asked.known());
    }

    private static <T> T acting(Supplier<T> work) {
        return Acting.as(Loading.system(), work);
    }

    private static Map<String, String> texts(List<Figure> figures) {
        return figures.stream().collect(Collectors.toMap(Figure::code, ModuleAnswers::text));
    }

    private static String text(Figure figure) {
        return figure.value() == null
                ? String.valueOf(figure.why())
                : figure.value().toPlainString();
    }
}
