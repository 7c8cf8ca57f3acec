package vn.giaoban.reporting.web;

import java.math.BigInteger;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHeaderFooter;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

/**
 * The sheets of a .docx: A4 upright for the text, margins top 20, bottom 20, left 30, right 15 mm; A4 across for the annexes. Pages are
 * numbered above, in the middle, from the second on; made-up data say so below, on each.
 */
final class DocxSheets {

    private static final int A4_SHORT = 11_906;
    private static final int A4_LONG = 16_838;
    private static final int MM_20 = 1134;
    private static final int MM_30 = 1701;
    private static final int MM_15 = 850;
    private static final int MM_10 = 567;

    static final int TEXT_WIDTH = A4_SHORT - MM_30 - MM_15;
    static final int ANNEX_WIDTH = A4_LONG - MM_20 - MM_20;

    private static final String FONT = "Times New Roman";
    private static final BigInteger HALF_POINTS = BigInteger.valueOf(28);

    private final XWPFDocument document;
    private final Paper paper;

    DocxSheets(XWPFDocument document, Paper paper) {
        this.document = document;
        this.paper = paper;
    }

    void defaults() {
        defaults(document, paper.title(), String.join(" ", paper.head().issuer()));
    }

    static void defaults(XWPFDocument document, String title, String creator) {
        document.getProperties().getCoreProperties().setTitle(title);
        document.getProperties().getCoreProperties().setCreator(creator);
        var styles = document.createStyles();
        var fonts = CTFonts.Factory.newInstance();
        fonts.setAscii(FONT);
        fonts.setHAnsi(FONT);
        fonts.setCs(FONT);
        fonts.setEastAsia(FONT);
        styles.setDefaultFonts(fonts);
        styles.setSpellingLanguage("vi-VN");
        styles.getDefaultRunStyle().getRPr().addNewSz().setVal(HALF_POINTS);
    }

    /** Closes the upright sheets: what follows stands on sheets across. */
    void endOfText() {
        var end = document.createParagraph();
        DocxText.of(end);
        upright(end.getCTP().getPPr().addNewSectPr());
    }

    void annexes() {
        number(document.createHeader(HeaderFooterType.DEFAULT));
        document.createHeader(HeaderFooterType.FIRST).createParagraph();
        mark(document.createFooter(HeaderFooterType.DEFAULT));
        mark(document.createFooter(HeaderFooterType.FIRST));
        var last = document.getDocument().getBody().getSectPr();
        var text = document.getDocument().getBody().getPArray();
        for (var paragraph : text) {
            if (paragraph.isSetPPr() && paragraph.getPPr().isSetSectPr()) {
                var section = paragraph.getPPr().getSectPr();
                last.getHeaderReferenceList()
                        .forEach(reference -> section.addNewHeaderReference().set(reference));
                last.getFooterReferenceList()
                        .forEach(reference -> section.addNewFooterReference().set(reference));
                section.addNewTitlePg();
            }
        }
        if (last.isSetTitlePg()) {
            last.unsetTitlePg();
        }
        across(last);
    }

    static void number(XWPFHeaderFooter header) {
        var paragraph = header.createParagraph();
        DocxText.of(paragraph).centred();
        paragraph.getCTP().addNewFldSimple().setInstr("PAGE");
    }

    private void mark(XWPFHeaderFooter footer) {
        DocxText.of(footer.createParagraph()).centred().write(paper.mark(), run -> {
            run.setBold(true);
            run.setFontSize(11);
        });
    }

    static void upright(CTSectPr section) {
        var size = section.addNewPgSz();
        size.setW(A4_SHORT);
        size.setH(A4_LONG);
        margins(section, MM_20, MM_15, MM_20, MM_30);
    }

    static void across(CTSectPr section) {
        var size = section.isSetPgSz() ? section.getPgSz() : section.addNewPgSz();
        size.setW(A4_LONG);
        size.setH(A4_SHORT);
        size.setOrient(STPageOrientation.LANDSCAPE);
        margins(section, MM_20, MM_20, MM_20, MM_20);
    }

    private static void margins(CTSectPr section, int top, int right, int bottom, int left) {
        var margins = section.isSetPgMar() ? section.getPgMar() : section.addNewPgMar();
        margins.setTop(top);
        margins.setRight(right);
        margins.setBottom(bottom);
        margins.setLeft(left);
        margins.setHeader(MM_10);
        margins.setFooter(MM_10);
        margins.setGutter(0);
    }
}
