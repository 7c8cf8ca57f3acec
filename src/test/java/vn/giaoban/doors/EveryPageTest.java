package vn.giaoban.doors;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import vn.giaoban.BrowserTest;
import vn.giaoban.CommittingTest;
import vn.giaoban.access.AccessFixture;

/**
 * Every page there is, in a browser, by each role: nothing serious for axe, nothing wider than a phone, in the largest type too, reachable by
 * keyboard, nothing asked of another host. A page that is new is walked to without anybody's doing.
 */
@CommittingTest(freshForEachMethod = true)
class EveryPageTest extends BrowserTest {

    private static final int PHONE = 390;
    private static final int DESK = 1280;

    /** Files and pieces of pages: not to be looked at by themselves. */
    private static final Set<String> NO_PAGES = Set.of(
            "/imports/templates/{kind}",
            "/imports/{id}/faults",
            "/imports/{id}/progress",
            "/comparisons/{id}/progress",
            "/units/{unit}/branch",
            "/events/{event}/files/{file}",
            "/preferences",
            "/error");

    @Autowired
    AllDoors doors;

    @Autowired
    Ground ground;

    @Autowired
    Strangers strangers;

    @Autowired
    Belongings belongings;

    private final List<String> faults = new ArrayList<>();
    private Map<String, String> keys = Map.of();
    private Map<String, String> smallKeys = Map.of();
    private String cell = "";

    private void world() {
        var world = RandomWorld.of(new Random(3), ground);
        var of = belongings.of(world, "P");
        var someone = java.util.Objects.requireNonNull(world.any(
                one -> "P".equals(one.last().substring(0, 1)) && one.cell() != null));
        cell = world.forest.today(someone.last());
        keys = new HashMap<>(Belongings.with(of, ground.unit("P"), "P", someone));
        keys.put("movement", ground.movementOf(someone));
        smallKeys = new HashMap<>(keys);
        smallKeys.put("unit", ground.unit(cell));
    }

    @Test
    void officersPagesAreGoodForEveryone() {
        world();
        strangers.everything("moi.quyen", "centre-officer");
        signIn("moi.quyen", AccessFixture.PASSWORD);
        walk(keys, List.of(DESK, PHONE));
        goTo("/preferences?size=3&back=/");
        walk(keys, List.of(PHONE));
        assertThat(faults).isEmpty();
    }

    @Test
    void secretarysPagesAreGoodForEveryone() {
        world();
        strangers.of("bi.thu", "cell-secretary", cell);
        signIn("bi.thu", AccessFixture.PASSWORD);
        walk(smallKeys, List.of(PHONE));
        assertThat(faults).isEmpty();
    }

    @Test
    void administratorsPagesAreGoodForEveryone() {
        world();
        strangers.everything("quan.ly", "administrator");
        signIn("quan.ly", AccessFixture.PASSWORD);
        walk(keys, List.of(DESK, PHONE));
        assertThat(faults).isEmpty();
    }

    private void walk(Map<String, String> values, List<Integer> widths) {
        var seen = new LinkedHashSet<String>();
        for (var door : doors.that(HttpMethod.GET)) {
            if (door.isApi() || NO_PAGES.contains(door.pattern()) || isFile(door)) {
                continue;
            }
            var path = door.path(values);
            var query = door.pattern().equals("/members") || door.pattern().startsWith("/members/")
                    ? "?unit=" + values.get("unit") + "&reason=xem&tab=sensitive"
                    : door.pattern().startsWith("/due") || door.pattern().startsWith("/books")
                            ? "?unit=" + values.get("unit")
                            : door.pattern().equals("/search") ? "?q=ho" : "";
            if (seen.add(path + query)) {
                look(path + query, widths);
            }
        }
    }

    /** The members' export is a page that asks for a purpose first. */
    private static boolean isFile(Door door) {
        return door.pattern().matches(".*\\.(docx|pdf|xlsx)")
                || door.pattern().endsWith("/export") && !door.pattern().equals("/members/export");
    }

    private void look(String path, List<Integer> widths) {
        goTo(path);
        page.waitForLoadState(LoadState.DOMCONTENTLOADED);
        if (page.title().isEmpty()) {
            faults.add(path + " has no title");
        }
        for (var width : widths) {
            page.setViewportSize(width, 900);
            try {
                assertNoSeriousAxeFaults();
            } catch (AssertionError axe) {
                faults.add(path + " at " + width + ": " + axe.getMessage());
            }
            var wide = page.evaluate("""
                    () => document.documentElement.scrollWidth <= innerWidth ? '' :
                        document.documentElement.scrollWidth + ': ' + [...document.querySelectorAll('main *, header *')]
                            .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.table-responsive, .scroll'))
                            .slice(0, 3).map(e => e.outerHTML.slice(0, 140)).join(' | ')""");
            if (!String.valueOf(wide).isEmpty()) {
                faults.add("%s is wider than %s: %s".formatted(path, width, wide));
            }
        }
        var hands = String.valueOf(page.evaluate("""
                () => [...document.querySelectorAll('[tabindex]')].filter(e => e.tabIndex > 0)
                    .concat([...document.querySelectorAll('[hx-get],[hx-post],[data-print],[role=button]')]
                        .filter(e => !e.matches('a[href],button,input,select,textarea,form,[hx-trigger*=load],[hx-trigger*=every],[tabindex="0"]')))
                    .map(e => e.outerHTML.slice(0, 140)).join(' | ')"""));
        if (!hands.isEmpty()) {
            faults.add("%s: not for the keyboard: %s".formatted(path, hands));
        }
        if (page.locator("h1").count() != 1 || page.locator("a.skip").count() != 1) {
            faults.add(path + " has not one heading and one way past the menu");
        }
        if (page.content().contains("⟦")) {
            faults.add(path + " misses a word");
        }
    }
}
