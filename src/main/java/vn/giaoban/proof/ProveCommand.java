package vn.giaoban.proof;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeansException;
import org.springframework.boot.Banner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.giaoban.audit.Audit;
import vn.giaoban.figures.FreezeId;
import vn.giaoban.figures.Freezes;
import vn.giaoban.figures.SumCheck;
import vn.giaoban.shared.StartFault;

/** What is typed at the console, and what is said there. Of the application only what the proof needs is made: no page, no door, no job. */
public final class ProveCommand {

    /** Of which the sums of all units are counted anew; of a nation some ten seconds each. */
    private static final int MONTHS = 6;

    private ProveCommand() {}

    /** Whether the proof alone is asked for, or a restore, which ends with it. */
    public static boolean asked(String... arguments) {
        var words = new DefaultApplicationArguments(arguments).getNonOptionArgs();
        return words.equals(List.of("prove"))
                || words.size() == 2 && words.get(0).equals("restore");
    }

    /**
     * Carries the proof out and returns the exit code of the process.
     *
     * @param application the class that the whole application is made from
     */
    public static int run(Class<?> application, String... arguments) {
        // Vietnamese also where the console's character set was never set.
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        try (var context = new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .bannerMode(Banner.Mode.OFF)
                .run(arguments)) {
            return prove(context, out);
        } catch (BeansException e) {
            var fault = fault(e).orElseThrow(() -> e);
            out.println("Chưa kiểm chứng được: " + fault.getMessage());
            out.println(fault.repair());
            out.println("Rồi chạy: java -jar giaoban.jar prove (cùng --giaoban.data=… hoặc GIAOBAN_DATABASE_URL).");
            // What was to be restored is; only nobody knows yet whether it is what it was.
            return new DefaultApplicationArguments(arguments)
                            .getNonOptionArgs()
                            .get(0)
                            .equals("restore")
                    ? 0
                    : 1;
        }
    }

    /** Mostly the key that was not put back yet. */
    private static Optional<StartFault> fault(Throwable thrown) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartFault fault) {
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    private static int prove(ConfigurableApplicationContext context, PrintStream out) {
        var chain = context.getBean(Audit.class).verify();
        if (!chain.whole()) {
            out.println("KHÔNG KHỚP: chuỗi nhật ký đứt ở mắt xích " + chain.links() + " (" + chain.broken() + ").");
        }
        var different = new ArrayList<FreezeId>();
        var freezes = context.getBean(Freezes.class);
        var count = 0;
        for (var next = freezes.recounted(new FreezeId(0)); next.isPresent(); count++) {
            var freeze = next.get();
            if (!freeze.holds()) {
                different.add(freeze.freeze());
                out.println("KHÔNG KHỚP: số liệu đã chốt số " + freeze.freeze().value() + " tính lại ra khác.");
            }
            next = freezes.recounted(freeze.freeze());
        }
        var sums = context.getBean(SumCheck.class).check(MONTHS);
        if (!sums.differences().isEmpty()) {
            sums.differences().forEach(difference -> out.println("KHÔNG KHỚP: tổng theo tháng " + difference));
            out.println(
                    "Tổng theo tháng tính lại được từ bản ghi: xóa dòng trong bảng figures.fold rồi khởi động lại.");
        }
        if (chain.whole() && different.isEmpty() && sums.differences().isEmpty()) {
            out.println("Đã kiểm chứng: chuỗi nhật ký nguyên vẹn, " + chain.links() + " mắt xích, dấu "
                    + chain.head().mark() + "; " + count
                    + " lần chốt số liệu tính lại đều khớp; tổng của mọi tổ chức trong "
                    + sums.months() + " tháng đếm lại từ bản ghi đều khớp.");
            return 0;
        }
        if (chain.whole() && different.isEmpty()) {
            return 1;
        }
        out.println("Hãy giữ nguyên cơ sở dữ liệu này, không dùng tiếp, và phục hồi từ một bản sao lưu khác.");
        return 1;
    }
}
