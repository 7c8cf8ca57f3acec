package vn.giaoban.reporting.forms;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.giaoban.figures.Answer;
import vn.giaoban.figures.Figure;
import vn.giaoban.figures.Figure.Part;
import vn.giaoban.figures.Why;

/**
 * Answers to all that some forms ask of one period, by division; what a formula yields of them.
 *
 * @param answers by {@link Formula.Term#division}
 */
record Values(Map<String, Answer> answers) {

    /** A number, or why there is none. */
    record Value(@Nullable BigDecimal number, @Nullable Why why) {

        static final Value ZERO = new Value(BigDecimal.ZERO, null);

        static Value of(BigDecimal number) {
            return new Value(number, null);
        }

        static Value none(@Nullable Why why) {
            return new Value(null, why == null ? Why.NO_DATA : why);
        }

        /** What is made of something that is missing is missing for the same reason. */
        Value plus(Value other, boolean add) {
            if (number == null) {
                return this;
            } else if (other.number == null) {
                return other;
            }
            return of(add ? number.add(other.number) : number.subtract(other.number));
        }
    }

    Value of(Formula formula) {
        if (formula.mean()) {
            return mean(formula.terms().get(0));
        }
        var sum = Value.ZERO;
        for (var term : formula.terms()) {
            sum = sum.plus(of(term), term.plus());
        }
        return sum;
    }

    Value of(Formula.Term term) {
        var figure = figure(term);
        var whole = new Value(figure.value(), figure.why());
        return whole.number() == null ? whole : within(whole.number(), figure.parts(), term.parts());
    }

    private Figure figure(Formula.Term term) {
        return Objects.requireNonNull(answers.get(term.division()), term.division())
                .figure(term.indicator());
    }

    /**
     * The sum of some parts. A part that is not there has nobody in it, if the parts that are there make up the whole; else it is among those
     * that are withheld from this reader.
     */
    private static Value within(BigDecimal whole, List<Part> parts, List<Formula.Parts> which) {
        if (which.isEmpty()) {
            return Value.of(whole);
        }
        var complete = total(parts).compareTo(whole) == 0;
        var first = which.get(0);
        var rest = which.subList(1, which.size());
        if (first.not() && rest.isEmpty()) {
            var named = new Formula.Parts(first.breakdown(), false, first.keys());
            return Value.of(whole).plus(within(whole, parts, List.of(named)), false);
        }
        var sum = Value.ZERO;
        if (first.not()) {
            for (var part : parts) {
                if (!first.keys().contains(key(part))) {
                    sum = sum.plus(value(part, rest), true);
                }
            }
            return complete ? sum : Value.none(Why.WITHHELD);
        }
        for (var key : first.keys()) {
            var found = parts.stream()
                    .filter(part -> part.why() == null && key(part).equals(key))
                    .findFirst();
            sum = sum.plus(
                    found.map(part -> value(part, rest)).orElse(complete ? Value.ZERO : Value.none(Why.WITHHELD)),
                    true);
        }
        return sum;
    }

    private static Value value(Part part, List<Formula.Parts> rest) {
        return part.value() == null ? Value.none(part.why()) : within(part.value(), part.parts(), rest);
    }

    private static BigDecimal total(List<Part> parts) {
        return parts.stream()
                .map(part -> part.value() == null ? BigDecimal.ZERO : part.value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String key(Part part) {
        return part.key() == null ? Formula.Parts.UNSTATED : part.key();
    }

    private Value mean(Formula.Term term) {
        var figure = figure(term);
        if (figure.value() == null) {
            return Value.none(figure.why());
        }
        var sum = BigDecimal.ZERO;
        var count = BigDecimal.ZERO;
        for (var part : figure.parts()) {
            if (part.key() != null && part.value() != null) {
                sum = sum.add(new BigDecimal(part.key()).multiply(part.value()));
                count = count.add(part.value());
            }
        }
        return count.signum() == 0 ? Value.none(Why.NO_BASE) : Value.of(sum.divide(count, 1, RoundingMode.HALF_UP));
    }
}
