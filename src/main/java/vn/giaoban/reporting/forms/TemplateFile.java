package vn.giaoban.reporting.forms;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * An empty form as somebody supplied it (.xlsx), taken for hostile: unpacked only so far, without macros, without outside parts.
 *
 * @param sheets by name, in their order
 */
record TemplateFile(byte[] content, Map<String, Sheet> sheets) {

    /** Bytes of a file. */
    static final int LONGEST = 5 * 1024 * 1024;

    private static final int UNPACKED = 60 * 1024 * 1024;
    private static final int PARTS = 500;
    private static final int SHEETS = 60;

    /**
     * @param part name of its part in the file
     * @param texts what its cells say, by {@link SheetXml#key}
     * @param percents styles that show a share of a hundred
     */
    record Sheet(String part, SheetXml xml, Map<Long, String> texts, List<Integer> percents) {}

    static TemplateFile of(byte[] content) {
        if (content.length == 0) {
            throw TemplateRefusal.noFile();
        } else if (content.length > LONGEST) {
            throw TemplateRefusal.tooLarge(LONGEST / 1024 / 1024);
        }
        var parts = parts(content);
        try {
            return new TemplateFile(content, sheets(parts));
        } catch (XMLStreamException | NumberFormatException | IndexOutOfBoundsException e) {
            throw TemplateRefusal.damaged("xml");
        }
    }

    private static Map<String, byte[]> parts(byte[] content) {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var zip = ZipFile.builder().setByteArray(content).get()) {
            long unpacked = 0;
            for (var entries = zip.getEntries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                var name = entry.getName();
                if (name.toLowerCase(Locale.ROOT).endsWith("vbaproject.bin")) {
                    throw TemplateRefusal.macros();
                }
                if (parts.size() >= PARTS) {
                    throw TemplateRefusal.unpacksTooLarge();
                }
                try (var in = zip.getInputStream(entry)) {
                    var bytes = in.readNBytes((int) (UNPACKED - unpacked + 1));
                    unpacked += bytes.length;
                    if (unpacked > UNPACKED) {
                        throw TemplateRefusal.unpacksTooLarge();
                    }
                    if (parts.put(name, bytes) != null) {
                        throw TemplateRefusal.damaged(name);
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw TemplateRefusal.notXlsx();
        }
        if (!parts.containsKey("[Content_Types].xml") || !parts.containsKey("xl/workbook.xml")) {
            throw TemplateRefusal.notXlsx();
        }
        if (text(parts.get("[Content_Types].xml"), "types").contains("macroEnabled")) {
            throw TemplateRefusal.macros();
        }
        return parts;
    }

    static String text(byte[] bytes, String part) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        if (!java.util.Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)) {
            throw TemplateRefusal.damaged(part);
        }
        return text;
    }

    private static Map<String, Sheet> sheets(Map<String, byte[]> parts) throws XMLStreamException {
        var targets = new HashMap<String, String>();
        each(parts, "xl/_rels/workbook.xml.rels", xml -> {
            if (xml.getLocalName().equals("Relationship")) {
                var target = attribute(xml, "Target");
                targets.put(attribute(xml, "Id"), target.startsWith("/") ? target.substring(1) : "xl/" + target);
            }
        });
        var shared = shared(parts);
        var percents = percents(parts);
        var sheets = new LinkedHashMap<String, Sheet>();
        each(parts, "xl/workbook.xml", xml -> {
            if (xml.getLocalName().equals("sheet") && sheets.size() < SHEETS) {
                var part = "";
                for (int n = 0; n < xml.getAttributeCount(); n++) {
                    if (xml.getAttributeLocalName(n).equals("id")) {
                        part = targets.getOrDefault(xml.getAttributeValue(n), "");
                    }
                }
                // sheets of charts have no cells
                if (parts.containsKey(part) && text(parts.get(part), part).contains("sheetData")) {
                    var content = new SheetXml(text(parts.get(part), part));
                    sheets.put(attribute(xml, "name"), new Sheet(part, content, texts(content, shared), percents));
                }
            }
        });
        if (sheets.isEmpty()) {
            throw TemplateRefusal.damaged("workbook");
        }
        return sheets;
    }

    private static Map<Long, String> texts(SheetXml sheet, List<String> shared) {
        var texts = new HashMap<Long, String>();
        sheet.cells().forEach((key, cell) -> {
            var value = cell.value();
            if (!value.isBlank()) {
                texts.put(key, cell.type().equals("s") ? shared.get(Integer.parseInt(value.strip())) : value);
            }
        });
        return texts;
    }

    private static List<String> shared(Map<String, byte[]> parts) throws XMLStreamException {
        var texts = new ArrayList<String>();
        if (!parts.containsKey("xl/sharedStrings.xml")) {
            return texts;
        }
        var xml = reader(parts, "xl/sharedStrings.xml");
        StringBuilder text = null;
        var inText = false;
        while (xml.hasNext()) {
            var event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("si")) {
                text = new StringBuilder();
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("si")
                    && text != null) {
                texts.add(text.toString());
            } else if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                inText = event == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("t");
            } else if (inText
                    && text != null
                    && (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA)) {
                text.append(xml.getText());
            }
        }
        return texts;
    }

    /** Numbers of the styles of cells whose format has a sign of percent. */
    private static List<Integer> percents(Map<String, byte[]> parts) throws XMLStreamException {
        var formats = new ArrayList<>(List.of("9", "10"));
        var styles = new ArrayList<Integer>();
        if (!parts.containsKey("xl/styles.xml")) {
            return styles;
        }
        var count = new int[] {-1};
        each(parts, "xl/styles.xml", xml -> {
            switch (xml.getLocalName()) {
                case "numFmt" -> {
                    if (attribute(xml, "formatCode").contains("%")) {
                        formats.add(attribute(xml, "numFmtId"));
                    }
                }
                case "cellXfs" -> count[0] = 0;
                case "cellStyles" -> count[0] = -1;
                case "xf" -> {
                    if (count[0] >= 0 && formats.contains(attribute(xml, "numFmtId"))) {
                        styles.add(count[0]);
                    }
                    count[0] += count[0] >= 0 ? 1 : 0;
                }
                default -> {}
            }
        });
        return styles;
    }

    private static String attribute(XMLStreamReader xml, String name) {
        var value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private static void each(Map<String, byte[]> parts, String part, java.util.function.Consumer<XMLStreamReader> start)
            throws XMLStreamException {
        var xml = reader(parts, part);
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                start.accept(xml);
            }
        }
    }

    private static XMLStreamReader reader(Map<String, byte[]> parts, String part) throws XMLStreamException {
        var bytes = parts.get(part);
        if (bytes == null || text(bytes, part).contains("<!DOCTYPE")) {
            throw TemplateRefusal.damaged(part);
        }
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
    }
}
