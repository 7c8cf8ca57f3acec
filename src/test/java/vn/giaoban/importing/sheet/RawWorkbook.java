package vn.giaoban.importing.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook made part by part, as no spreadsheet program would make it. */
public final class RawWorkbook {

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    public RawWorkbook() {
        part("[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>");
        part("_rels/.rels", """
                <Relationships><Relationship Id='r1' Type='http://x/officeDocument' Target='xl/workbook.xml'/></Relationships>""");
        part("xl/workbook.xml", """
                <workbook xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>
                <sheets><sheet name='h' state='veryHidden' r:id='r9'/><sheet name='s' r:id='r1'/></sheets></workbook>""");
        part("xl/_rels/workbook.xml.rels", """
                <Relationships><Relationship Id='r1' Type='http://x/worksheet' Target='worksheets/sheet1.xml'/>
                <Relationship Id='r2' Type='http://x/styles' Target='/xl/styles.xml'/>
                <Relationship Id='r3' Type='http://x/sharedStrings' Target='sharedStrings.xml'/></Relationships>""");
        part("xl/styles.xml", """
                <styleSheet><numFmts><numFmt numFmtId='170' formatCode='dd\\/mm\\/yyyy;@'/><numFmt numFmtId='171' formatCode='[Red]#,##0 "đồng"'/></numFmts>
                <cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>
                <cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='170'/><xf numFmtId='171'/><xf numFmtId='49'/></cellXfs></styleSheet>""");
        part("xl/sharedStrings.xml", """
                <sst><si><t>ref</t></si><si><r><t>Nông </t></r><r><t>Thị Ba</t></r><rPh><t>no</t></rPh></si></sst>""");
        sheet("<row r='1'><c r='A1' t='s'><v>0</v></c></row>");
    }

    public RawWorkbook sheet(String rows) {
        return part(
                "xl/worksheets/sheet1.xml",
                "<worksheet><dimension ref='A1'/><sheetData>" + rows + "</sheetData></worksheet>");
    }

    public RawWorkbook part(String name, String content) {
        return part(name, content.getBytes(StandardCharsets.UTF_8));
    }

    public RawWorkbook part(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
