package vn.giaoban.reporting.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.springframework.stereotype.Component;
import vn.giaoban.reporting.web.Paper.Letterhead;
import vn.giaoban.reporting.web.Paper.Signature;

/** A report as .docx, for the office to go on with. Layout: HD 05-HD/VPTW (domain 10.5). */
@Component
class ReportDocx {

    byte[] write(Paper paper) {
        try (var document = new XWPFDocument();
                var out = new ByteArrayOutputStream()) {
            var sheets = new DocxSheets(document, paper);
            sheets.defaults();
            letterhead(document, paper.head(), DocxSheets.TEXT_WIDTH);
            title(document, paper);
            paper.sections().forEach(section -> section(document, section));
            DocxText.of(document.createParagraph())
                    .indented()
                    .justified()
                    .withNext()
                    .write(paper.closing(), run -> {});
            signature(document, paper.signature(), DocxSheets.TEXT_WIDTH);
            sheets.endOfText();
            paper.annexes().forEach(table -> annex(document, table));
            DocxText.of(document.createParagraph()).centred().write(paper.made(), run -> run.setItalic(true));
            sheets.annexes();
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void letterhead(XWPFDocument document, Letterhead head, int width) {
        var table = document.createTable(1, 2);
        DocxTables.invisible(table, width, List.of(50, 50));
        var left = new Lines(table.getRow(0).getCell(0));
        head.superior().forEach(line -> left.next().centred().write(line, run -> {}));
        head.issuer().forEach(line -> left.next().centred().write(line, run -> run.setBold(true)));
        left.next().centred().write(head.star(), run -> {});
        left.next().centred().write(head.number(), run -> {});
        var right = new Lines(table.getRow(0).getCell(1));
        right.next().centred().write(head.party(), run -> {
            run.setBold(true);
            run.setUnderline(UnderlinePatterns.SINGLE);
        });
        right.next().centred().write(head.date(), run -> run.setItalic(true));
    }

    private static void title(XWPFDocument document, Paper paper) {
        DocxText.of(document.createParagraph()).centred().before(12).write(paper.kind(), run -> {
            run.setBold(true);
            run.setFontSize(16);
        });
        for (var line : paper.about()) {
            DocxText.of(document.createParagraph()).centred().write(line, run -> run.setBold(true));
        }
        DocxText.of(document.createParagraph()).centred().write("-----", run -> {});
        for (var line : paper.reading()) {
            DocxText.of(document.createParagraph()).centred().after(6).write(line, run -> {
                run.setItalic(true);
                run.setFontSize(12);
            });
        }
    }

    private static void section(XWPFDocument document, Paper.Section section) {
        DocxText.of(document.createParagraph())
                .indented()
                .before(6)
                .withNext()
                .write(section.heading(), run -> run.setBold(true));
        for (var paragraph : section.paragraphs()) {
            DocxText.of(document.createParagraph())
                    .indented()
                    .justified()
                    .after(4)
                    .write(paragraph, run -> {});
        }
    }

    static void signature(XWPFDocument document, Signature signature, int width) {
        DocxText.of(document.createParagraph()).withNext().write("", run -> {});
        var table = document.createTable(1, 2);
        DocxTables.invisible(table, width, List.of(50, 50));
        table.getRow(0).setCantSplitRow(true);
        var left = new Lines(table.getRow(0).getCell(0));
        left.next().write(signature.heading(), run -> run.setUnderline(UnderlinePatterns.SINGLE));
        signature.recipients().forEach(line -> left.next().write(line, run -> run.setFontSize(12)));
        var right = new Lines(table.getRow(0).getCell(1));
        signature.onBehalf().forEach(line -> right.next().centred().write(line, run -> run.setBold(true)));
        right.next().centred().before(70).write(signature.signer(), run -> run.setItalic(true));
    }

    private static void annex(XWPFDocument document, PaperTable annex) {
        DocxText.of(document.createParagraph())
                .centred()
                .before(12)
                .after(4)
                .withNext()
                .write(annex.title(), run -> run.setBold(true));
        XWPFTable table =
                document.createTable(annex.rows().size() + 1, annex.columns().size());
        DocxTables.fill(table, annex, DocxSheets.ANNEX_WIDTH);
    }

    /** Paragraphs of a cell, of which the first is there already. */
    private static final class Lines {

        private final XWPFTableCell cell;
        private boolean begun;

        Lines(XWPFTableCell cell) {
            this.cell = cell;
        }

        DocxText next() {
            var paragraph = begun ? cell.addParagraph() : cell.getParagraphArray(0);
            begun = true;
            paragraph.setAlignment(ParagraphAlignment.LEFT);
            return DocxText.of(paragraph);
        }
    }
}
