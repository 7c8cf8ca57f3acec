package vn.giaoban.reporting.web;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;

/** A report as .pdf: the layout of {@code Paper.jte}, with the fonts inside and nothing fetched from anywhere. */
@Component
class ReportPdf {

    static {
        XRLog.setLoggingEnabled(false);
    }

    private final TemplateEngine templates;

    ReportPdf(TemplateEngine templates) {
        this.templates = templates;
    }

    byte[] write(Paper paper) {
        return write("reporting/web/Paper.jte", paper);
    }

    byte[] write(FormsPaper paper) {
        return write("reporting/web/FormsPaper.jte", paper);
    }

    /** Another paper by its own template. */
    byte[] write(String template, Object paper) {
        var html = new StringOutput();
        templates.render(template, paper, html);
        var out = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder();
        for (var font : PaperFonts.values()) {
            builder.useFont(
                    font::open,
                    PaperFonts.FAMILY,
                    font.weight(),
                    font.italic() ? FontStyle.ITALIC : FontStyle.NORMAL,
                    true);
        }
        builder.useUriResolver((base, uri) -> null);
        builder.usePdfUaAccessibility(true);
        builder.withProducer("Giao Ban");
        builder.withHtmlContent(html.toString(), null);
        builder.toStream(out);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
