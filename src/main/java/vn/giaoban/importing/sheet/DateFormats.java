package vn.giaoban.importing.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/** Tells by its format whether a number in a workbook is meant as a day. Source: ECMA-376 part 1, 18.8.30 (built-in formats). */
final class DateFormats {

    private static final Pattern NOT_CODE = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.");
    private static final Pattern DATE_LETTER = Pattern.compile("[ymdhsYMDHS]");
    private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);
    private static final int LAST_SERIAL = 2_958_465;

    private final BitSet dates = new BitSet();

    /** Reads the styles part; a workbook without one has no dates. */
    static DateFormats of(Optional<XMLStreamReader> styles) {
        var formats = new DateFormats();
        styles.ifPresent(formats::read);
        return formats;
    }

    private void read(XMLStreamReader xml) {
        Map<String, String> own = new HashMap<>();
        var inCells = false;
        int style = 0;
        while (Parts.next(xml)) {
            var name = xml.getLocalName();
            if (name.equals("cellXfs")) {
                inCells = xml.isStartElement();
            } else if (xml.isStartElement() && name.equals("numFmt")) {
                own.put(attribute(xml, "numFmtId"), attribute(xml, "formatCode"));
            } else if (xml.isStartElement() && inCells && name.equals("xf")) {
                dates.set(style++, isDate(attribute(xml, "numFmtId"), own));
            }
        }
    }

    private static String attribute(XMLStreamReader xml, String name) {
        var value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private static boolean isDate(String id, Map<String, String> own) {
        var code = own.get(id);
        if (code != null) {
            return DATE_LETTER.matcher(NOT_CODE.matcher(code).replaceAll("")).find();
        }
        if (!id.matches("\\d{1,3}")) {
            return false;
        }
        int number = Integer.parseInt(id);
        return number >= 14 && number <= 22
                || number >= 27 && number <= 36
                || number >= 45 && number <= 47
                || number >= 50 && number <= 58;
    }

    boolean isDate(int style) {
        return style >= 0 && dates.get(style);
    }

    /** The day a serial number stands for; empty if the number is no day. Spreadsheets count a 29 February 1900 that never was. */
    static Optional<String> day(BigDecimal serial, boolean from1904) {
        var whole = serial.setScale(0, RoundingMode.FLOOR);
        if (whole.signum() < 0 || whole.compareTo(BigDecimal.valueOf(LAST_SERIAL)) > 0) {
            return Optional.empty();
        }
        int days = whole.intValueExact();
        if (!from1904 && (days == 0 || days == 60)) {
            return Optional.empty();
        }
        var day = from1904
                ? LocalDate.of(1904, 1, 1).plusDays(days)
                : LocalDate.of(1899, 12, days < 60 ? 31 : 30).plusDays(days);
        long seconds = serial.subtract(whole)
                .multiply(SECONDS)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        LocalDateTime time = day.atStartOfDay().plusSeconds(seconds);
        return Optional.of(seconds == 0 ? day.toString() : time.toString());
    }
}
