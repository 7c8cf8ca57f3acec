package vn.giaoban.figures.web;

import java.util.List;
import org.springframework.web.util.UriUtils;
import vn.giaoban.figures.Reading;
import vn.giaoban.figures.Subject;
import vn.giaoban.figures.TreeChoice;
import vn.giaoban.ui.Tab;
import vn.giaoban.ui.Wording;

/**
 * What every page of figures says of itself: unit, period, structure and instant, without which no number is shown.
 *
 * @param newest whether nothing newer was left out, so that the address need not name the instant
 */
public record View(Subject unit, Reading reading, boolean newest) {

    /** Address of a page about the same reading; {@code after} such as {@code "/children"}. */
    public String path(String after) {
        return "/figures/" + unit.id() + after + "?" + query();
    }

    /** Of the same reading of another unit. */
    public String pathOf(Subject other) {
        return "/figures/" + other.id() + "?" + query();
    }

    /** The rows behind a number. */
    public String rows(String indicator) {
        return rows(indicator, "");
    }

    public String rows(String indicator, String after) {
        return path("/rows/" + UriUtils.encodePathSegment(indicator, "UTF-8") + after);
    }

    private String query() {
        return "from=" + reading.from() + "&until=" + reading.until() + "&structure=" + reading.structure()
                + (newest ? "" : "&known=" + reading.known()) + (reading.former() ? "&area=former" : "");
    }

    public String structureIn(Wording words) {
        return structureIn(reading, words);
    }

    static String structureIn(Reading reading, Wording words) {
        var kind = reading.structure().kind();
        return kind == TreeChoice.Kind.RESTATED
                ? words.text("figures.structure.restated", reading.structure().day())
                : words.text(kind == TreeChoice.Kind.AS_IS ? "figures.structure.as-is" : "figures.structure.as-was");
    }

    public boolean restated() {
        return reading.structure().kind() == TreeChoice.Kind.RESTATED;
    }

    /** As the form's choice of structure is named. */
    public String structureChoice() {
        return restated() ? "day" : reading.structure().toString();
    }

    public List<Tab> tabs(Wording words, String here) {
        return List.of(
                tab(words, "figures.tab.table", "", here),
                tab(words, "figures.tab.children", "/children", here),
                tab(words, "figures.tab.breakdown", "/breakdown", here),
                tab(words, "figures.tab.series", "/series", here),
                tab(words, "figures.tab.explain", "/explain", here),
                tab(words, "figures.tab.populations", "/populations", here),
                tab(words, "figures.tab.freezes", "/freezes", here));
    }

    private Tab tab(Wording words, String label, String after, String here) {
        return new Tab(words.text(label), path(after), after.equals(here));
    }
}
