package vn.giaoban.reporting.web;

import java.util.HashMap;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;

/** For buttons: a form in which nothing is typed. */
final class Pressed {

    private Pressed() {}

    static BindingResult nothing() {
        return new MapBindingResult(new HashMap<>(), "form");
    }
}
