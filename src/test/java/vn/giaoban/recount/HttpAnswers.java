package vn.giaoban.recount;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Over HTTP, as docs/import.md says. */
record HttpAnswers(MockMvcTester http, RequestPostProcessor reader) implements Answers {

    @Override
    public Map<String, String> figures(Asked asked) {
        return texts(read("", asked, ""));
    }

    @Override
    public Map<String, Map<String, String>> parts(Asked asked, String by) {
        var parts = new HashMap<String, Map<String, String>>();
        for (var figure : read("", asked, "&by=" + by).get("figures")) {
            var values = new HashMap<String, String>();
            if (figure.has("parts")) {
                figure.get("parts").forEach(part -> {
                    values.put(key(part), text(part));
                    if (part.has("parts")) {
                        part.get("parts").forEach(inner -> values.put(key(part) + "|" + key(inner), text(inner)));
                    }
                });
            }
            parts.put(figure.get("code").asString(), values);
        }
        return parts;
    }

    @Override
    public List<Line> lines(Asked asked) {
        var lines = new ArrayList<Line>();
        for (var line : read("/children", asked, "").get("children")) {
            var days = new ArrayList<String>();
            if (line.has("days")) {
                line.get("days")
                        .forEach(stay -> days.add(stay.get("from").asString()
                                + " "
                                + stay.get("until").asString()));
            }
            lines.add(new Line(
                    line.get("unit").get("code").asString(), line.get("own").asBoolean(), days, texts(line)));
        }
        return lines;
    }

    @Override
    public int rows(Asked asked, String indicator) {
        var found = 0;
        for (int page = 1, pages = 1; page <= pages; page++) {
            var answer = read("/rows/" + indicator, asked, "&page=" + page);
            assertThat(answer.get("shown").asBoolean()).isTrue();
            assertThat(answer.get("hidden").asInt()).isZero();
            pages = answer.get("pages").asInt();
            found += answer.get("rows").size();
        }
        return found;
    }

    private JsonNode read(String further, Asked asked, String more) {
        var address = "/api/v1/figures/" + asked.unit() + further + "?from=" + asked.from() + "&until=" + asked.until()
                + "&structure=" + asked.structure() + "&knownAt=" + asked.known() + more;
        var answer = http.get().uri(address).with(reader).exchange();
        assertThat(answer).as(address).hasStatusOk();
        return JsonMapper.shared().readTree(answer.getResponse().getContentAsByteArray());
    }

    private static Map<String, String> texts(JsonNode of) {
        var texts = new HashMap<String, String>();
        of.get("figures").forEach(figure -> texts.put(figure.get("code").asString(), text(figure)));
        return texts;
    }

    private static String key(JsonNode part) {
        return part.get("key").isNull() ? "null" : part.get("key").asString();
    }

    private static String text(JsonNode figure) {
        return figure.get("value").isNull()
                ? figure.get("why").asString()
                : figure.get("value").decimalValue().toPlainString();
    }
}
