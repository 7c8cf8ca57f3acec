package vn.giaoban.ui;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.NoSuchMessageException;
import vn.giaoban.shared.Days;
import vn.giaoban.shared.Refusal;

/**
 * Words, numbers and days in one language, the same on pages, in documents and in answers of the API. Vietnamese: {@code 37.340},
 * {@code 56,62%}, {@code 19/03/2024}.
 */
public class Wording {

    private static final Logger log = LoggerFactory.getLogger(Wording.class);
    private static final int PERCENT_DECIMALS = 2;

    /** What stands where there is no value. */
    public static final String NONE = "–";

    private final Locale locale;
    private final MessageSource messages;

    protected Wording(Locale locale, MessageSource messages) {
        this.locale = locale;
        this.messages = messages;
    }

    protected Wording(Wording other) {
        this(other.locale, other.messages);
    }

    public Locale locale() {
        return locale;
    }

    public boolean vietnamese() {
        return !locale.getLanguage().equals("en");
    }

    /** The text of a key; numbers, days and refusals among the arguments are written as everywhere else. */
    public String text(String key, @Nullable Object... arguments) {
        var written = Arrays.stream(arguments).map(this::written).toArray();
        try {
            return messages.getMessage(key, written, locale);
        } catch (NoSuchMessageException missing) {
            log.warn("no words for {}", key);
            return "⟦" + key + "⟧";
        }
    }

    public boolean hasText(String key) {
        return messages.getMessage(key, null, null, locale) != null;
    }

    public String text(Refusal refusal) {
        return text(refusal.code(), refusal.arguments().toArray());
    }

    /** Everything a refusal refuses, one sentence each. */
    public List<String> texts(Refusal refusal) {
        return refusal.all().map(this::text).toList();
    }

    public String text(MessageSourceResolvable resolvable) {
        try {
            return messages.getMessage(resolvable, locale);
        } catch (NoSuchMessageException missing) {
            log.warn("no words for {}", resolvable);
            return "⟦" + Arrays.toString(resolvable.getCodes()) + "⟧";
        }
    }

    /** The word for a constant, under {@code <module>.<Enum>.<CONSTANT>}, as in {@code membership.Degree.OFFICIAL}. */
    public String word(Enum<?> constant) {
        return text(wordKey(constant));
    }

    static String wordKey(Enum<?> constant) {
        var type = constant.getDeclaringClass();
        var module = type.getPackageName().replaceFirst("^vn\\.giaoban\\.", "").replaceFirst("\\..*", "");
        return module + "." + type.getSimpleName() + "." + constant.name();
    }

    public String number(long number) {
        return format("#,##0").format(number);
    }

    public String number(@Nullable Long number) {
        return number == null ? NONE : number(number.longValue());
    }

    /** At most two decimals, none where they are zero. */
    public String number(@Nullable BigDecimal number) {
        return number == null ? NONE : format("#,##0.##").format(number);
    }

    /** A change with its sign: {@code +187}, {@code −29}, {@code 0}. */
    public String change(long change) {
        return (change > 0 ? "+" : change < 0 ? "−" : "") + number(Math.abs(change));
    }

    /** A ratio (0.5662) as a share of a hundred: {@code 56,62%}; at most two decimals, half rounded up, no space. */
    public String percent(@Nullable BigDecimal ratio) {
        return ratio == null ? NONE : format("#,##0.##").format(ratio.movePointRight(2)) + "%";
    }

    /** The share of a part in a whole; a dash where there is no whole. */
    public String percent(long part, long whole) {
        return whole == 0
                ? NONE
                : percent(BigDecimal.valueOf(part)
                        .divide(BigDecimal.valueOf(whole), PERCENT_DECIMALS + 4, RoundingMode.HALF_UP));
    }

    /** {@code 19/03/2024}; "no end yet" for {@link Days#FOREVER}; a dash for no day. */
    public String day(@Nullable LocalDate day) {
        if (day == null || day.equals(Days.EVER)) {
            return NONE;
        }
        return day.equals(Days.FOREVER)
                ? text("ui.no-end")
                : formatter("dd/MM/uuuu").format(day);
    }

    public String month(YearMonth month) {
        return formatter("MM/uuuu").format(month);
    }

    /** To the minute, in Vietnam: {@code 08:00 19/03/2024}. */
    public String instant(@Nullable Instant instant) {
        return instant == null ? NONE : formatter("HH:mm dd/MM/uuuu").format(instant.atZone(Days.ZONE));
    }

    /** From the first to the last day, for a range whose end is exclusive. */
    public String days(LocalDate from, LocalDate until) {
        if (from.equals(Days.EVER)) {
            return until.equals(Days.FOREVER) ? text("ui.days-always") : text("ui.days-until", until.minusDays(1));
        }
        if (until.equals(Days.FOREVER)) {
            return text("ui.days-from", from);
        }
        return text("ui.days-between", from, until.minusDays(1));
    }

    private Object written(@Nullable Object argument) {
        if (argument instanceof Long || argument instanceof Integer || argument instanceof Short) {
            return number(((Number) argument).longValue());
        } else if (argument instanceof BigDecimal number) {
            return number(number);
        } else if (argument instanceof LocalDate day) {
            return day(day);
        } else if (argument instanceof Instant instant) {
            return instant(instant);
        } else if (argument instanceof YearMonth month) {
            return month(month);
        } else if (argument instanceof Refusal refusal) {
            return text(refusal);
        } else if (argument instanceof Enum<?> constant) {
            return hasText(wordKey(constant)) ? word(constant) : constant.name();
        }
        return String.valueOf(argument);
    }

    private DecimalFormat format(String pattern) {
        var symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(vietnamese() ? '.' : ',');
        symbols.setDecimalSeparator(vietnamese() ? ',' : '.');
        symbols.setMinusSign('−');
        var format = new DecimalFormat(pattern, symbols);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }

    private DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    }
}
