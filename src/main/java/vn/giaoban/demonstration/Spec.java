package vn.giaoban.demonstration;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.RegisterId;

/**
 * What is asked of a made-up province.
 *
 * @param formerName an older spelling, under which it is found too
 * @param small only the bodies marked for a small province, and few villages
 * @param counted the day on which the sizes below are to be met
 * @param bases base organisations on that day; null: as they come
 * @param cells cells under base organisations on that day; null: as they come
 * @param members who belong on that day
 * @param register which register it is: the Centre's is the first
 * @param citizens first number of the part of the unassigned citizen numbers that this province uses
 */
record Spec(
        String code,
        String prefix,
        String name,
        @Nullable String formerName,
        String file,
        boolean small,
        long seed,
        LocalDate firstDay,
        LocalDate counted,
        @Nullable Integer bases,
        @Nullable Integer cells,
        int members,
        RegisterId register,
        int citizens) {

    static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);

    /** The day of the conference whose published figures this province reproduces. Source: TTXVN, 19 March 2024. */
    static final LocalDate CONFERENCE = LocalDate.of(2024, 3, 19);

    static final Spec BAC_KAN = new Spec(
            "BK",
            "06",
            "Bắc Kạn",
            "Bắc Cạn",
            "bac-kan.txt",
            false,
            20240319,
            FIRST_DAY,
            CONFERENCE,
            426,
            2093,
            37340,
            RegisterId.of(2),
            0);

    static final Spec THAI_NGUYEN = new Spec(
            "TN",
            "19",
            "Thái Nguyên",
            null,
            "thai-nguyen.txt",
            true,
            20240320,
            FIRST_DAY,
            CONFERENCE,
            null,
            null,
            5160,
            RegisterId.of(3),
            500_000);
}
