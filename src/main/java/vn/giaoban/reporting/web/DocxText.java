package vn.giaoban.reporting.web;

import java.util.function.Consumer;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;

/** One paragraph of a .docx: lines of exactly 19 points, nothing around it unless said. */
record DocxText(XWPFParagraph paragraph) {

    /** 10 mm in twentieths of a point. */
    private static final int INDENT = 567;

    private static final int TWIPS = 20;
    private static final double LINE = 19;
    private static final double LINE_IN_TABLES = 15;

    static DocxText of(XWPFParagraph paragraph) {
        paragraph.setSpacingBefore(0);
        paragraph.setSpacingAfter(0);
        paragraph.setSpacingBetween(LINE, LineSpacingRule.EXACT);
        return new DocxText(paragraph);
    }

    static DocxText inTable(XWPFParagraph paragraph) {
        var text = of(paragraph);
        paragraph.setSpacingBetween(LINE_IN_TABLES, LineSpacingRule.EXACT);
        return text;
    }

    DocxText centred() {
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        return this;
    }

    DocxText right() {
        paragraph.setAlignment(ParagraphAlignment.RIGHT);
        return this;
    }

    DocxText justified() {
        paragraph.setAlignment(ParagraphAlignment.BOTH);
        return this;
    }

    DocxText indented() {
        paragraph.setIndentationFirstLine(INDENT);
        return this;
    }

    DocxText before(int points) {
        paragraph.setSpacingBefore(points * TWIPS);
        return this;
    }

    DocxText after(int points) {
        paragraph.setSpacingAfter(points * TWIPS);
        return this;
    }

    DocxText withNext() {
        paragraph.setKeepNext(true);
        return this;
    }

    void write(String text, Consumer<XWPFRun> style) {
        var run = paragraph.createRun();
        run.setText(text);
        style.accept(run);
    }
}
