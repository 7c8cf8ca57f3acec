package vn.giaoban.backup;

import org.jspecify.annotations.Nullable;

/** Why a backup or a restoration was not done, and what the person at the console can do about it. */
final class BackupFault extends RuntimeException {

    private final String repair;

    BackupFault(String what, String repair) {
        this(what, repair, null);
    }

    BackupFault(String what, String repair, @Nullable Throwable cause) {
        super(what, cause);
        this.repair = repair;
    }

    static BackupFault damaged(String how, @Nullable Throwable cause) {
        return new BackupFault(
                "Tệp không phải bản sao lưu nguyên vẹn của Giao Ban: " + how + ".",
                "Hãy dùng một bản sao lưu khác. Cơ sở dữ liệu đích chưa bị thay đổi.",
                cause);
    }

    String repair() {
        return repair;
    }
}
