package vn.giaoban.importing.web;

import java.util.List;
import java.util.Objects;
import vn.giaoban.importing.ImportKind;
import vn.giaoban.record.Register;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Option;
import vn.giaoban.ui.Page;
import vn.giaoban.ui.Wording;

/** Choosing what to send. */
public record ImportFormPage(ImportForm form, List<Register> registers, FormErrors errors) implements Page {

    public List<Option> registerOptions() {
        return registers.stream()
                .map(register -> new Option(register.code(), register.name() + " (" + register.code() + ")"))
                .toList();
    }

    public List<Option> kindOptions(Wording words) {
        return List.of(ImportKind.values()).stream()
                .map(kind -> new Option(kind.code(), words.word(kind)))
                .toList();
    }

    /** Where there is but one register, it is chosen. */
    public String register() {
        return registers.size() == 1 ? registers.get(0).code() : Objects.toString(form.register(), "");
    }

    public String kind() {
        return Objects.toString(form.kind(), "");
    }
}
