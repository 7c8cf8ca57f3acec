package vn.giaoban.access.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoban.access.Joining;
import vn.giaoban.access.NewRegister;
import vn.giaoban.record.Register;
import vn.giaoban.record.Registers;
import vn.giaoban.shared.Actor;

/** Registers, as docs/import.md fixes them. */
@RestController
@RequestMapping("/api/v1/registers")
class RegistersApi {

    private final Joining joining;
    private final Registers registers;

    RegistersApi(Joining joining, Registers registers) {
        this.joining = joining;
        this.registers = registers;
    }

    /** What is asked for; {@code parent} may be left out where the Centre is above. */
    record Asked(
            @Nullable String code,
            @Nullable String name,
            @Nullable String kind,
            @Nullable LocalDate from,
            @Nullable String parent) {}

    record Made(int id, String code, String name, LocalDate from) {

        static Made of(Register register) {
            return new Made(register.id().value(), register.code(), register.name(), register.firstDay());
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Made join(Actor by, @RequestBody Asked asked) {
        return Made.of(joining.join(
                by, NewRegister.checked(asked.code(), asked.name(), asked.kind(), asked.from(), asked.parent())));
    }

    /** Those the asker may meet records of. */
    @GetMapping
    List<Made> list(Actor by) {
        return registers.all().stream()
                .filter(register -> by.registers().contains(register.id()))
                .map(Made::of)
                .toList();
    }
}
