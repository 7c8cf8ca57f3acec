package vn.giaoban.ui;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BindingResult;
import vn.giaoban.shared.Refusal;

/**
 * One try at what a form asks for. If what was typed is not valid, or the core declines it, the person gets the form back with everything
 * they typed; so no controller catches refusals.
 *
 * <pre>{@code
 * return Attempt.of(binding, () -> organisation.open(by, form.toNewUnit()))
 *         .then(unit -> Answers.seeOther("/units/{unit}", unit))
 *         .orAgain(errors -> new UnitFormPage(form, errors));
 * }</pre>
 */
public final class Attempt<T> {

    private final FormErrors errors;
    private final @Nullable T result;
    private Function<T, ResponseEntity<Page>> answer = done -> Answers.seeOther("/");

    private Attempt(FormErrors errors, @Nullable T result) {
        this.errors = errors;
        this.result = result;
    }

    /** Does nothing while the form is not valid. What is not there, or not theirs, is no matter of the form and passes through. */
    public static <T> Attempt<T> of(BindingResult binding, Supplier<T> work) {
        if (binding.hasErrors()) {
            return new Attempt<>(FormErrors.of(binding), null);
        }
        try {
            return new Attempt<>(FormErrors.NONE, work.get());
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.INVALID || refusal.kind() == Refusal.Kind.CONFLICT) {
                return new Attempt<>(FormErrors.of(refusal), null);
            }
            throw refusal;
        }
    }

    /** For work that answers nothing. */
    public static Attempt<Boolean> of(BindingResult binding, Runnable work) {
        return of(binding, () -> {
            work.run();
            return true;
        });
    }

    public Attempt<T> then(Function<T, ResponseEntity<Page>> answer) {
        this.answer = answer;
        return this;
    }

    public ResponseEntity<Page> orAgain(Function<FormErrors, Page> form) {
        return result == null ? Answers.again(form.apply(errors)) : answer.apply(result);
    }
}
