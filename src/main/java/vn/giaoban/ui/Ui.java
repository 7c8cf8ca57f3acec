package vn.giaoban.ui;

import gg.jte.Content;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** What every template gets besides its page: words and numbers, and what the frame knows of the running request. */
public final class Ui extends Wording {

    private final HttpServletRequest request;
    private final Frame frame;
    private final @Nullable Visitor visitor;
    private final List<MenuEntry> menu;

    Ui(Wording wording, HttpServletRequest request, Frame frame) {
        super(wording);
        this.request = request;
        this.frame = frame;
        this.visitor = frame.visitor();
        this.menu = visitor == null ? List.of() : frame.menu(visitor);
    }

    /** A piece that another module contributed, laid out by its own template. */
    public Content piece(Page piece) {
        return frame.piece(piece, this);
    }

    /** For attribute {@code lang}. */
    public String language() {
        return vietnamese() ? "vi" : "en";
    }

    /** Null before sign-in. */
    public @Nullable Visitor visitor() {
        return visitor;
    }

    public List<MenuEntry> menu() {
        return menu;
    }

    public boolean isHere(String path) {
        var here = path();
        return path.equals("/") ? here.equals("/") : here.equals(path) || here.startsWith(path + "/");
    }

    public @Nullable CsrfToken csrf() {
        return (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    }

    /** The day every page speaks of. */
    public LocalDate selectedDay() {
        return frame.selectedDay(request);
    }

    /** The day of the clock. */
    public LocalDate today() {
        return frame.today();
    }

    /** The instant of the clock. */
    public Instant now() {
        return frame.now();
    }

    public boolean anotherDaySelected() {
        return !selectedDay().equals(today());
    }

    /** Whether the day selector belongs on this page: the reader uses one. */
    public boolean choosesDay() {
        return visitor != null && visitor.choosesDay();
    }

    public boolean demonstration() {
        return frame.demonstration();
    }

    /** 1, 2 or 3: the size of type the reader has chosen. */
    public int typeSize() {
        return switch (String.valueOf(Cookies.read(request, Preferences.SIZE))) {
            case "2" -> 2;
            case "3" -> 3;
            default -> 1;
        };
    }

    /** What has just been done, to be said once after a redirect; null mostly. */
    public @Nullable String done() {
        var said = Answers.said(request);
        return said == null ? null : text(said.key(), said.arguments().toArray());
    }

    /** Address of a file of {@code static/assets}, with a mark that changes with its content. */
    public String asset(String name) {
        return frame.asset(name);
    }

    /** Path of the running request, without its parameters. */
    public String path() {
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed == null ? request.getRequestURI() : failed.toString();
    }

    /** An address with its variables encoded: {@code ui.link("/units/{unit}?tab={tab}", id, "posts")}. */
    public String link(String template, Object... variables) {
        return Answers.address(template, variables);
    }

    /** This address with one parameter changed, the others kept: for pagers, sorting and tabs. An empty value takes it away. */
    public String here(String parameter, Object value) {
        var address = UriComponentsBuilder.fromPath(path());
        var parameters = new TreeMap<>(parameters());
        parameters.put(parameter, List.of(value.toString()));
        parameters.forEach((name, values) -> values.stream()
                .filter(one -> !one.isEmpty())
                .forEach(one -> address.queryParam(encoded(name), encoded(one))));
        return address.build(true).toUriString();
    }

    /** This address as it was asked for, to come back to. */
    public String here() {
        return here(" ", "");
    }

    /** This list sorted by a column; the other way round if it is already. Parameter {@code sort}, with a minus for falling order. */
    public String sortBy(String column) {
        return here("sort", column.equals(request.getParameter("sort")) ? "-" + column : column);
    }

    /** For attribute {@code aria-sort}; null if the list is sorted otherwise. */
    public @Nullable String sorted(String column) {
        var sort = String.valueOf(request.getParameter("sort"));
        return sort.equals(column) ? "ascending" : sort.equals("-" + column) ? "descending" : null;
    }

    /** Parameters of the address, for the hidden fields of a form that changes one of them; empty for what was posted. */
    public Map<String, List<String>> parameters() {
        var kept = new TreeMap<String, List<String>>();
        if (request.getMethod().equals("GET")) {
            request.getParameterMap().forEach((name, values) -> kept.put(name, List.of(values)));
        }
        return kept;
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
