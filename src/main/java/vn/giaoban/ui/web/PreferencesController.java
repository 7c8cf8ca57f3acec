package vn.giaoban.ui.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoban.ui.Preferences;

/** Language and size of type. Links, not forms: they work on every page, before sign-in too, and harm nobody who is led to one. */
@RestController
class PreferencesController {

    @GetMapping("/preferences")
    ResponseEntity<Void> choose(
            @RequestParam(defaultValue = "") String lang,
            @RequestParam(defaultValue = "") String size,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        Preferences.keepLanguage(lang, request, response);
        Preferences.keepSize(size, request, response);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(Preferences.ownAddress(back)))
                .build();
    }
}
