package vn.giaoban.reporting.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.springframework.stereotype.Component;

/** Statistical forms as .docx: a section for each, upright or across. */
@Component
class FormsDocx {

    private static final int SMALL = 11;

    byte[] write(FormsPaper paper) {
        try (var document = new XWPFDocument();
                var out = new ByteArrayOutputStream()) {
            DocxSheets.defaults(
                    document,
                    paper.title(),
                    String.join(" ", paper.sheets().get(0).head().issuer()));
            DocxSheets.number(document.createHeader(HeaderFooterType.DEFAULT));
            DocxText.of(document.createFooter(HeaderFooterType.DEFAULT).createParagraph())
                    .centred()
                    .write(paper.mark(), run -> {
                        run.setBold(true);
                        run.setFontSize(SMALL);
                    });
            var last = document.getDocument().getBody().getSectPr();
            for (int n = 0; n < paper.sheets().size(); n++) {
                var sheet = paper.sheets().get(n);
                write(document, sheet, paper.made());
                if (n < paper.sheets().size() - 1) {
                    var end = document.createParagraph();
                    DocxText.of(end);
                    var section = end.getCTP().addNewPPr().addNewSectPr();
                    last.getHeaderReferenceList()
                            .forEach(
                                    reference -> section.addNewHeaderReference().set(reference));
                    last.getFooterReferenceList()
                            .forEach(
                                    reference -> section.addNewFooterReference().set(reference));
                    page(section, sheet.across());
                } else {
                    page(last, sheet.across());
                }
            }
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void page(CTSectPr section, boolean across) {
        if (across) {
            DocxSheets.across(section);
        } else {
            DocxSheets.upright(section);
        }
    }

    private static void write(XWPFDocument document, FormsPaper.Sheet sheet, String made) {
        var width = sheet.across() ? DocxSheets.ANNEX_WIDTH : DocxSheets.TEXT_WIDTH;
        ReportDocx.letterhead(document, sheet.head(), width);
        DocxText.of(document.createParagraph())
                .right()
                .before(8)
                .withNext()
                .write(sheet.number(), run -> run.setBold(true));
        DocxText.of(document.createParagraph()).centred().withNext().write(sheet.title(), run -> run.setBold(true));
        for (var line : sheet.reading()) {
            DocxText.of(document.createParagraph()).centred().withNext().write(line, run -> {
                run.setItalic(true);
                run.setFontSize(SMALL);
            });
        }
        var table = document.createTable(
                sheet.table().rows().size() + 1, sheet.table().columns().size());
        DocxTables.fill(table, sheet.table(), width);
        DocxTables.codes(table, sheet.codes());
        for (var remark : sheet.remarks()) {
            DocxText.of(document.createParagraph()).write(remark, run -> {
                run.setItalic(true);
                run.setFontSize(SMALL);
            });
        }
        ReportDocx.signature(document, sheet.signature(), width);
        DocxText.of(document.createParagraph()).before(6).write(made, run -> {
            run.setItalic(true);
            run.setFontSize(SMALL);
        });
    }
}
