package vn.giaoban.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import vn.giaoban.shared.Refusal;

/** What is wrong with a form: beside its fields, and as a summary above. */
public record FormErrors(List<FormError> all) {

    public static final FormErrors NONE = new FormErrors(List.of());

    /**
     * One fault.
     *
     * @param field the field it belongs to; empty for the form as a whole
     * @param words resolved by {@code ui.text(…)}, or a refusal, whose arguments are written as everywhere else
     * @param typed what could not be read as what the field means
     */
    public record FormError(
            String field,
            @Nullable MessageSourceResolvable words,
            @Nullable Refusal refusal,
            @Nullable String typed) {

        String in(Wording wording) {
            return refusal != null ? wording.text(refusal) : words != null ? wording.text(words) : "";
        }
    }

    public FormErrors {
        all = List.copyOf(all);
    }

    public static FormErrors of(BindingResult binding) {
        return new FormErrors(
                binding.getAllErrors().stream().map(FormErrors::of).toList());
    }

    private static FormError of(ObjectError error) {
        return error instanceof FieldError field
                ? new FormError(field.getField(), field, null, Objects.toString(field.getRejectedValue(), null))
                : new FormError("", error, null, null);
    }

    public static FormErrors of(Refusal refusal) {
        return new FormErrors(
                refusal.all().map(one -> new FormError("", null, one, null)).toList());
    }

    /** These and one more, at a field. */
    public FormErrors and(String field, String key, Object... arguments) {
        var words = new DefaultMessageSourceResolvable(new String[] {key}, arguments);
        return new FormErrors(Stream.concat(all.stream(), Stream.of(new FormError(field, words, null, null)))
                .toList());
    }

    /** What the core refused, said beside the one field it was about, which keeps what was typed there. */
    public FormErrors beside(String field, @Nullable String typed) {
        return new FormErrors(all.stream()
                .map(error ->
                        error.field().isEmpty() ? new FormError(field, error.words(), error.refusal(), typed) : error)
                .toList());
    }

    /** These and others, such as those of a second look in code. */
    public FormErrors and(FormErrors others) {
        var both = new ArrayList<>(all);
        both.addAll(others.all);
        return new FormErrors(both);
    }

    /** Of those only what was typed and cannot be read: for a form that is drawn again before it is complete. */
    public FormErrors ofTyped() {
        return new FormErrors(all.stream()
                .filter(error -> error.typed() != null && !error.typed().isBlank())
                .toList());
    }

    public boolean any() {
        return !all.isEmpty();
    }

    /** The fields with a fault, in the order in which the faults were found. */
    public List<String> fields() {
        return all.stream()
                .map(FormError::field)
                .filter(field -> !field.isEmpty())
                .distinct()
                .toList();
    }

    /** What was typed into a field, if it could not even be read; else {@code value}. */
    public String typed(String field, String value) {
        return all.stream()
                .filter(error -> error.field().equals(field) && error.typed() != null)
                .map(error -> String.valueOf(error.typed()))
                .findFirst()
                .orElse(value);
    }

    public boolean at(String field) {
        return all.stream().anyMatch(at -> at.field().equals(field));
    }

    /** What is wrong at one field, in words. */
    public List<String> at(String field, Wording wording) {
        return words(wording, error -> error.field().equals(field));
    }

    /** What is wrong with the form as a whole, in words. */
    public List<String> general(Wording wording) {
        return words(wording, error -> error.field().isEmpty());
    }

    private List<String> words(Wording wording, Predicate<FormError> which) {
        return all.stream()
                .filter(which)
                .map(error -> error.in(wording))
                .distinct()
                .toList();
    }
}
