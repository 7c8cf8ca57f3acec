package vn.giaoban.importing.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The first visible sheet of a workbook (.xlsx), line by line. A library would read more kinds of workbooks, and would keep what a hostile
 * one makes it keep: a cell said to stand in column ZZZZZZ costs gigabytes. This one stops at {@link Limits}.
 */
final class XlsxReader {

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final Parts parts;
    private final Map<String, String> targets = new HashMap<>();
    private final Map<String, String> byType = new HashMap<>();
    private @Nullable String sheet;
    private boolean from1904;

    private XlsxReader(Parts parts) {
        this.parts = parts;
    }

    static void read(byte[] content, Consumer<Line> sink) {
        try (var parts = Parts.of(content)) {
            new XlsxReader(parts).read(sink);
        }
    }

    private void read(Consumer<Line> sink) {
        refuseMacros();
        var workbook = workbookPart();
        relations(workbook);
        workbook(parts.require(workbook));
        if (sheet == null) {
            throw SheetRefusal.damaged("sheet");
        }
        var shared = byType.get("sharedStrings");
        var styles = byType.get("styles");
        var cells = new XlsxCells(
                shared == null ? List.of() : sharedTexts(parts.require(shared)),
                DateFormats.of(styles == null ? Optional.empty() : parts.open(styles)),
                from1904);
        new XlsxSheet(parts.require(sheet), cells).lines(sink);
    }

    private void refuseMacros() {
        var xml = parts.require("[Content_Types].xml");
        while (Parts.next(xml)) {
            var type = xml.isStartElement() ? xml.getAttributeValue(null, "ContentType") : null;
            if (type != null && (type.contains("macroEnabled") || type.contains("vbaProject"))) {
                throw SheetRefusal.macros();
            }
        }
    }

    private String workbookPart() {
        var xml = parts.open("_rels/.rels");
        while (xml.isPresent() && Parts.next(xml.get())) {
            var relation = xml.get();
            if (relation.isStartElement() && attribute(relation, "Type").endsWith("/officeDocument")) {
                return attribute(relation, "Target").replaceFirst("^/", "");
            }
        }
        return "xl/workbook.xml";
    }

    private void relations(String workbook) {
        var slash = workbook.lastIndexOf('/') + 1;
        var folder = workbook.substring(0, slash);
        var xml = parts.require(folder + "_rels/" + workbook.substring(slash) + ".rels");
        while (Parts.next(xml)) {
            if (!xml.isStartElement() || !xml.getLocalName().equals("Relationship")) {
                continue;
            }
            if (attribute(xml, "TargetMode").equals("External")) {
                continue;
            }
            var target = attribute(xml, "Target");
            var path = target.startsWith("/") ? target : folder + target;
            var type = attribute(xml, "Type");
            targets.put(attribute(xml, "Id"), path);
            byType.put(type.substring(type.lastIndexOf('/') + 1), path);
        }
    }

    private void workbook(XMLStreamReader xml) {
        while (Parts.next(xml)) {
            if (!xml.isStartElement()) {
                continue;
            }
            if (xml.getLocalName().equals("workbookPr")) {
                var since = attribute(xml, "date1904");
                from1904 = since.equals("1") || since.equals("true");
            } else if (sheet == null
                    && xml.getLocalName().equals("sheet")
                    && !attribute(xml, "state").toLowerCase(Locale.ROOT).contains("hidden")) {
                var id = xml.getAttributeValue(RELATIONS, "id");
                sheet = targets.get(id == null ? xml.getAttributeValue(STRICT_RELATIONS, "id") : id);
            }
        }
    }

    private static List<String> sharedTexts(XMLStreamReader xml) {
        List<String> texts = new ArrayList<>();
        long letters = 0;
        while (Parts.next(xml)) {
            if (xml.isStartElement() && xml.getLocalName().equals("si")) {
                var text = text(xml, "si", 0);
                letters += text.length() + 24L;
                if (letters > Limits.SHARED * 4L) {
                    throw SheetRefusal.unpacksTooLarge();
                }
                texts.add(text);
            }
        }
        return texts;
    }

    /** The text in an element, without the readings that some languages put beside it. */
    static String text(XMLStreamReader xml, String until, int line) {
        var text = new StringBuilder();
        var reading = 0;
        while (Parts.next(xml)) {
            var name = xml.getLocalName();
            if (xml.isEndElement() && name.equals(until)) {
                return unescaped(text.toString());
            }
            if (name.equals("rPh")) {
                reading += xml.isStartElement() ? 1 : -1;
            } else if (xml.isStartElement() && name.equals("t") && reading == 0) {
                append(xml, text, line);
            }
        }
        return unescaped(text.toString());
    }

    /** The characters up to the end of the element the reader stands at. */
    static void append(XMLStreamReader xml, StringBuilder text, int line) {
        try {
            while (xml.hasNext()) {
                var event = xml.next();
                if (event == XMLStreamReader.END_ELEMENT) {
                    return;
                }
                if (event == XMLStreamReader.ENTITY_REFERENCE || event == XMLStreamReader.START_ELEMENT) {
                    throw SheetRefusal.damaged("text");
                }
                if (event == XMLStreamReader.CHARACTERS
                        || event == XMLStreamReader.CDATA
                        || event == XMLStreamReader.SPACE) {
                    if (text.length() + xml.getTextLength() > Limits.CELL) {
                        throw SheetRefusal.cellTooLong(line);
                    }
                    text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                }
            }
        } catch (XMLStreamException e) {
            throw Parts.fault(e);
        }
    }

    /** Workbooks write control characters as {@code _x000D_}. */
    static String unescaped(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        var matcher = ESCAPE.matcher(text);
        return matcher.replaceAll(
                found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }

    private static String attribute(XMLStreamReader xml, String name) {
        var value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }
}
