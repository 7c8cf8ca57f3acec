package vn.giaoban.membership.web;

import vn.giaoban.membership.MembershipRefusal;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.FormErrors.FormError;

/** Puts what the core refused beside the field it is about: fields are named as the columns of the files, or the same in camel case. */
public final class FieldErrors {

    private FieldErrors() {}

    static FormErrors placed(FormErrors errors) {
        return new FormErrors(errors.all().stream()
                .map(error -> error.refusal() instanceof MembershipRefusal refusal
                                && error.field().isEmpty()
                        ? new FormError(refusal.column(), error.words(), refusal, error.typed())
                        : error)
                .toList());
    }

    /** For a form whose fields are written {@code toCell}; columns that it has no field for stay with the form as a whole. */
    static FormErrors placed(FormErrors errors, Class<? extends Record> form) {
        var fields = java.util.Arrays.stream(form.getRecordComponents())
                .map(java.lang.reflect.RecordComponent::getName)
                .collect(java.util.stream.Collectors.toSet());
        return new FormErrors(placed(errors).all().stream()
                .map(error -> new FormError(
                        fields.contains(error.field()) ? error.field() : inCamelCase(error.field(), fields),
                        error.words(),
                        error.refusal(),
                        error.typed()))
                .toList());
    }

    /** For a form some of whose fields have other names than the columns. */
    static FormErrors placed(FormErrors errors, Class<? extends Record> form, java.util.Map<String, String> fields) {
        return placed(
                new FormErrors(placed(errors).all().stream()
                        .map(error -> new FormError(
                                fields.getOrDefault(error.field(), error.field()),
                                error.words(),
                                error.refusal(),
                                error.typed()))
                        .toList()),
                form);
    }

    /** Whether a rule about days doubts something: then the form asks once more. */
    public static boolean doubted(FormErrors errors) {
        return errors.all().stream()
                .anyMatch(error ->
                        error.refusal() != null && error.refusal().code().startsWith("membership.doubt-"));
    }

    private static String inCamelCase(String column, java.util.Set<String> fields) {
        var camel = new StringBuilder();
        for (var part : column.split("_")) {
            camel.append(
                    camel.isEmpty() || part.isEmpty()
                            ? part
                            : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return fields.contains(camel.toString()) ? camel.toString() : "";
    }
}
