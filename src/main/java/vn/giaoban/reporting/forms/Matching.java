package vn.giaoban.reporting.forms;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleBiFunction;
import vn.giaoban.shared.Vietnamese;

/**
 * Which form a sheet of a supplied file is, which of its lines is which row, which of its columns which column: proposed by what stands in
 * them, without accents and numbering, in the order of the form.
 */
final class Matching {

    /** Below this two texts do not mean the same. */
    private static final double ALIKE = 0.6;

    private static final Set<String> SAY_NOTHING = Set.of("trong", "do", "gom", "so", "tong");

    private Matching() {}

    /** @param rows line of the sheet by code of the form's row, from 1; {@code columns} in the same way */
    record Match(String form, Map<String, Integer> rows, Map<String, Integer> columns) {}

    /** The form that has most of its rows in the sheet; empty where no form has a third of them. */
    static Optional<Match> propose(String name, TemplateFile.Sheet sheet, List<Form> forms) {
        var title = folded(name + " " + String.join(" ", sheet.texts().values()));
        return forms.stream()
                .map(form -> propose(sheet, form))
                .filter(match -> !match.columns().isEmpty())
                .max(Comparator.comparingDouble(match -> {
                    var form = forms.stream()
                            .filter(one -> one.code().equals(match.form()))
                            .findFirst()
                            .orElseThrow();
                    var named = title.contains(folded(form.number())) || title.contains(folded(form.title()));
                    return match.rows().size()
                                    * 1.0
                                    / asked(form)
                                    * Math.min(match.rows().size(), 12)
                            + (named ? 4 : 0);
                }))
                .filter(match -> match.rows().size() * 3
                        >= asked(forms.stream()
                                .filter(one -> one.code().equals(match.form()))
                                .findFirst()
                                .orElseThrow()));
    }

    private static String text(TemplateFile.Sheet sheet, long key) {
        return sheet.texts().getOrDefault(key, "");
    }

    private static int asked(Form form) {
        return (int) form.rows().stream().filter(row -> !row.isHeading()).count();
    }

    static Match propose(TemplateFile.Sheet sheet, Form form) {
        var lines = new HashMap<Integer, List<Integer>>();
        sheet.texts().keySet().stream()
                .sorted()
                .forEach(key -> lines.computeIfAbsent((int) (key / 100_000L), line -> new ArrayList<>())
                        .add((int) (key % 100_000L)));
        var numbers = List.copyOf(new TreeSet<>(lines.keySet()));
        var rows = aligned(
                form.rows(),
                numbers,
                (row, line) -> lines.getOrDefault(line, List.of()).stream()
                        .map(column -> text(sheet, SheetXml.key(line, column)))
                        .mapToDouble(text -> alike(row.label(), text))
                        .max()
                        .orElse(0));
        var found = new LinkedHashMap<String, Integer>();
        rows.forEach((row, line) -> {
            if (!form.rows().get(row).isHeading()) {
                found.put(form.rows().get(row).code(), numbers.get(line));
            }
        });
        if (found.isEmpty()) {
            return new Match(form.code(), Map.of(), Map.of());
        }
        return new Match(form.code(), found, columns(sheet, form, found, lines));
    }

    private static Map<String, Integer> columns(
            TemplateFile.Sheet sheet, Form form, Map<String, Integer> rows, Map<Integer, List<Integer>> lines) {
        var first = rows.values().stream().mapToInt(line -> line).min().orElseThrow();
        var labels = labelColumn(sheet, form, rows, lines);
        var headings = headings(sheet, first);
        var candidates = new TreeSet<Integer>();
        headings.keySet().stream().filter(column -> column > labels).forEach(candidates::add);
        sheet.xml().cells().values().stream()
                .filter(cell -> rows.containsValue(cell.row()) && cell.column() > labels)
                .forEach(cell -> candidates.add(cell.column()));
        var places = List.copyOf(candidates);
        var aligned = aligned(
                form.columns(), places, (column, place) -> alike(column.heading(), headings.getOrDefault(place, "")));
        var found = new LinkedHashMap<String, Integer>();
        aligned.forEach((column, place) -> found.put(form.columns().get(column).code(), places.get(place)));
        if (found.size() < form.columns().size()
                && places.size() == form.columns().size()) {
            for (int n = 0; n < places.size(); n++) {
                found.put(form.columns().get(n).code(), places.get(n));
            }
        }
        return found;
    }

    /** The column in which most labels stand. */
    private static int labelColumn(
            TemplateFile.Sheet sheet, Form form, Map<String, Integer> rows, Map<Integer, List<Integer>> lines) {
        var counts = new HashMap<Integer, Integer>();
        rows.forEach((code, line) -> lines.getOrDefault(line, List.of()).stream()
                .filter(column -> alike(form.row(code).label(), text(sheet, SheetXml.key(line, column))) >= ALIKE)
                .forEach(column -> counts.merge(column, 1, Integer::sum)));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(1);
    }

    /** What stands above each column before a line, together; a heading over several columns stands over each. */
    private static Map<Integer, String> headings(TemplateFile.Sheet sheet, int before) {
        var headings = new HashMap<Integer, String>();
        var over = spread(sheet);
        sheet.texts().keySet().stream().sorted().forEach(key -> {
            int line = (int) (key / 100_000L);
            int column = (int) (key % 100_000L);
            // a title is over the whole sheet and heads no column
            var until = over.getOrDefault(key, column);
            if (line < before && line >= before - 6 && until - column < 6) {
                for (int each = column; each <= until; each++) {
                    headings.merge(each, text(sheet, key), (one, other) -> one + " " + other);
                }
            }
        });
        return headings;
    }

    /** The last column of the merged cells that begin with a cell. */
    private static Map<Long, Integer> spread(TemplateFile.Sheet sheet) {
        var over = new HashMap<Long, Integer>();
        for (var range : sheet.xml().merged()) {
            var ends = range.split(":");
            var from = SheetXml.place(ends[0]);
            var until = ends.length < 2 ? null : SheetXml.place(ends[1]);
            if (from != null && until != null) {
                over.put(SheetXml.key(from[0], from[1]), until[1]);
            }
        }
        return over;
    }

    /** Pairs in the order of both, whose likeness together is the greatest; by index. */
    private static <A, B> Map<Integer, Integer> aligned(List<A> ones, List<B> others, ToDoubleBiFunction<A, B> alike) {
        var best = new double[ones.size() + 1][others.size() + 1];
        var likeness = new double[ones.size()][others.size()];
        for (int one = ones.size() - 1; one >= 0; one--) {
            for (int other = others.size() - 1; other >= 0; other--) {
                likeness[one][other] = alike.applyAsDouble(ones.get(one), others.get(other));
                best[one][other] = Math.max(best[one + 1][other], best[one][other + 1]);
                if (likeness[one][other] >= ALIKE) {
                    best[one][other] = Math.max(best[one][other], best[one + 1][other + 1] + likeness[one][other]);
                }
            }
        }
        var pairs = new LinkedHashMap<Integer, Integer>();
        int one = 0;
        int other = 0;
        while (one < ones.size() && other < others.size()) {
            if (likeness[one][other] >= ALIKE && best[one][other] == best[one + 1][other + 1] + likeness[one][other]) {
                pairs.put(one++, other++);
            } else if (best[one][other] == best[one + 1][other]) {
                one++;
            } else {
                other++;
            }
        }
        return pairs;
    }

    /** 1 where both say the same, less the more one says that the other does not; 0 where they have nothing in common. */
    static double alike(String one, String other) {
        var plain = bare(one);
        var beside = bare(other);
        if (plain.isEmpty() || beside.isEmpty()) {
            return 0;
        }
        if (plain.equals(beside)) {
            return 1;
        }
        var first = words(plain);
        var second = words(beside);
        var both = new HashSet<>(first);
        both.retainAll(second);
        return both.isEmpty() ? 0 : 2.0 * both.size() / (first.size() + second.size()) - 0.01;
    }

    /** Without accents, signs, and the mark before it: "b) Từ huyện khác" is "tu huyen khac". */
    private static String bare(String text) {
        return folded(text.replaceFirst("^\\s*(?:[-–+*•]|\\(?[A-Za-z0-9]{1,4}[.)]|[IVX]+[.)-])\\s*", ""));
    }

    private static Set<String> words(String folded) {
        var words = new HashSet<>(List.of(folded.split(" ")));
        if (!SAY_NOTHING.containsAll(words)) {
            words.removeAll(SAY_NOTHING);
        }
        return words;
    }

    static String folded(String text) {
        return Vietnamese.folded(text).replaceAll("[^a-z0-9%]+", " ").strip();
    }
}
