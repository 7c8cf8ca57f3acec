package vn.giaoban.membership;

import static vn.giaoban.figures.Indicator.Measure.MEMBER;
import static vn.giaoban.figures.Indicator.Measure.PERCENT;
import static vn.giaoban.figures.Indicator.Measure.UNIT;
import static vn.giaoban.figures.StepRows.TRANSFERS_IN;
import static vn.giaoban.figures.StepRows.TRANSFERS_OUT;
import static vn.giaoban.figures.StepRows.TRANSFERS_WITHIN;
import static vn.giaoban.figures.StepRows.WITH_UNITS_IN;
import static vn.giaoban.figures.StepRows.WITH_UNITS_OUT;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.giaoban.figures.BaseSector;
import vn.giaoban.figures.Breakdown;
import vn.giaoban.figures.DayRows;
import vn.giaoban.figures.Declares;
import vn.giaoban.figures.EventRows;
import vn.giaoban.figures.Indicator;
import vn.giaoban.figures.Name;
import vn.giaoban.figures.Reckoning.Across;
import vn.giaoban.figures.Reckoning.ByAttribute;
import vn.giaoban.figures.Reckoning.InPeriod;
import vn.giaoban.figures.Reckoning.Moment;
import vn.giaoban.figures.Reckoning.OnDay;
import vn.giaoban.figures.Reckoning.Reach;
import vn.giaoban.figures.Reckoning.Share;
import vn.giaoban.figures.StepRows;

/** What can be counted of members. What each indicator means for a unit and a period is not decided here but in figures. */
@Component
@Order(10)
class MemberIndicators implements Declares {

    private static final DayRows MEMBERS = new DayRows(
            "members",
            "membership_api.belonging_on({day}, :known)",
            """
            left join lateral membership_api.traits_on({day}, :known) t
                 on t.register_id = r.register_id and t.member_id = r.member_id""",
            DayRows.Of.MEMBER,
            new DayRows.Spans(
                    "membership_api.spans(:known) r",
                    "membership_api.spans_with_traits(:known) r cross join lateral (select r.sex) t"));

    private static final StepRows STEPS = new StepRows(
            "steps",
            MEMBERS,
            "membership_api.steps_between(:from, :until, :known)",
            """
            left join lateral membership_api.traits_of(r.register_id, r.member_id, {day}, :known) t on true""",
            "membership_api.touched(:after, :up_to)",
            "membership_api.ahead(:after, :up_to)",
            "membership_api.place");

    /** Cells and base cells open on the day, with their official members who are neither exempt nor suspended. */
    private static final DayRows STRENGTH =
            new DayRows("strength", "membership_api.cell_strength_on({day}, :known)", "", DayRows.Of.UNIT);

    /** Each once, on the day of its last admission or readmission. */
    private static final EventRows ADMITTING =
            new EventRows("admitting", "membership_api.bases_admitting(:from, :until, :known)", DayRows.Of.UNIT);

    @Override
    public List<Indicator> indicators() {
        return List.of(
                stock("opening", "Đầu kỳ", "Opening", Moment.OPENING, "true"),
                flow("admissions", "Kết nạp", "Admissions", "admission"),
                flow("readmissions", "Kết nạp lại", "Readmissions", "readmission"),
                flow("restored", "Phục hồi đảng tịch", "Restored", "restored"),
                flow("transfers-in", "Chuyển sinh hoạt đến", "Transfers in", TRANSFERS_IN),
                near("transfers-in-near", "Chuyển đến từ trong tỉnh", "Transfers in, near", TRANSFERS_IN),
                far("transfers-in-far", "Chuyển đến từ ngoài tỉnh", "Transfers in, far", TRANSFERS_IN),
                flow("with-units-in", "Đến theo tổ chức", "In with units", WITH_UNITS_IN),
                near("with-units-in-near", "Đến theo tổ chức, trong tỉnh", "In with units, near", WITH_UNITS_IN),
                far("with-units-in-far", "Đến theo tổ chức, ngoài tỉnh", "In with units, far", WITH_UNITS_IN),
                flow("transfers-out", "Chuyển sinh hoạt đi", "Transfers out", TRANSFERS_OUT),
                near("transfers-out-near", "Chuyển đi trong tỉnh", "Transfers out, near", TRANSFERS_OUT),
                far("transfers-out-far", "Chuyển đi ngoài tỉnh", "Transfers out, far", TRANSFERS_OUT),
                flow("with-units-out", "Đi theo tổ chức", "Out with units", WITH_UNITS_OUT),
                near("with-units-out-near", "Đi theo tổ chức, trong tỉnh", "Out with units, near", WITH_UNITS_OUT),
                far("with-units-out-far", "Đi theo tổ chức, ngoài tỉnh", "Out with units, far", WITH_UNITS_OUT),
                flow("annulled", "Hủy quyết định kết nạp, công nhận", "Annulled", "annulled"),
                flow("struck-off", "Xóa tên", "Struck off", "struck-off").withheldIfSmall(),
                flow("resigned", "Xin ra khỏi Đảng", "Resigned", "resigned").withheldIfSmall(),
                flow("expelled", "Khai trừ", "Expelled", "expelled").withheldIfSmall(),
                flow("removed", "Đưa ra khỏi Đảng", "Removed", "struck-off", "resigned", "expelled"),
                flow("died", "Từ trần", "Died", "died"),
                Indicator.of(
                        "by-attribute",
                        "Chuyển nhóm do thay đổi đặc điểm",
                        "Came from or went to another part",
                        MEMBER,
                        new ByAttribute(MEMBERS)),
                stock("closing", "Cuối kỳ", "Closing", Moment.CLOSING, "true"),
                flow("transfers-within", "Chuyển sinh hoạt nội bộ", "Transfers within", TRANSFERS_WITHIN),
                flow("recognitions", "Công nhận chính thức", "Recognitions", "recognition"),
                flow(
                        "recognitions-annulled",
                        "Hủy quyết định công nhận chính thức",
                        "Recognitions annulled",
                        "recognition-annulled"),
                stock("members", "Đảng viên", "Members", Moment.CLOSING, "true"),
                stock(
                        "members-official",
                        "Đảng viên chính thức",
                        "Official members",
                        Moment.CLOSING,
                        "r.degree = 'OFFICIAL'"),
                stock(
                        "members-probationary",
                        "Đảng viên dự bị",
                        "Probationary members",
                        Moment.CLOSING,
                        "r.degree = 'PROBATIONARY'"),
                stock(
                        "members-present",
                        "Đảng viên đang sinh hoạt",
                        "Members present",
                        Moment.CLOSING,
                        "not r.exempt and not r.away"),
                stock(
                                "members-exempt",
                                "Đảng viên được miễn công tác và sinh hoạt đảng",
                                "Exempt members",
                                Moment.CLOSING,
                                "r.exempt")
                        .withheldIfSmall(),
                Indicator.of(
                        "members-women",
                        "Đảng viên nữ",
                        "Women",
                        MEMBER,
                        new OnDay(MEMBERS, Moment.CLOSING, "t.sex = 'F'", true)),
                Indicator.of(
                        "members-women-share",
                        "Tỷ lệ đảng viên nữ",
                        "Share of women",
                        PERCENT,
                        new Share("members-women", "members")),
                stock(
                        "members-year-before",
                        "Đảng viên cuối năm trước",
                        "Members at the end of the year before",
                        Moment.YEAR_BEFORE,
                        "true"),
                flow("all-admissions", "Kết nạp và kết nạp lại", "All admissions", "admission", "readmission"),
                Indicator.of(
                        "admission-rate",
                        "Tỷ lệ kết nạp so với đảng viên cuối năm trước",
                        "Admission rate",
                        PERCENT,
                        new Share("all-admissions", "members-year-before")),
                Indicator.of(
                        "cells-under-3-official",
                        "Chi bộ dưới 3 đảng viên chính thức",
                        "Cells with fewer than 3 official members",
                        UNIT,
                        new OnDay(STRENGTH, Moment.CLOSING, "r.official < 3", false)),
                Indicator.of(
                        "base-organisations-admitting",
                        "Tổ chức cơ sở đảng có kết nạp",
                        "Base organisations with admissions",
                        UNIT,
                        new InPeriod(ADMITTING, "true")),
                Indicator.of(
                        "members-per-population",
                        "Tỷ lệ đảng viên so với dân số",
                        "Members per population",
                        PERCENT,
                        new Share("members", "population")));
    }

    private static final String AGE_BANDS = """
            left join lateral figures_api.bands_on('age', {day}, :known) band
                 on t.birth > band.born_after and t.birth <= band.born_by""";

    private static final String PARTY_AGE_BANDS = """
            left join lateral figures_api.bands_on('party-age', {day}, :known) party_band
                 on t.party_from > party_band.born_after and t.party_from <= party_band.born_by""";

    /** Completed years; like the bands, 29 February completes on 1 March. */
    private static final String AGE =
            "cast(extract(year from age(cast({day} as timestamp), cast(t.birth as timestamp))) as int)::text";

    private static final String OCCUPATIONS = """
            left join membership_api.occupation_words({day}) job on job.word = lower(t.occupation)""";

    private static final String JOBS = "select code, name, name_en from membership_api.occupation_group order by rank";

    private static final String ERAS = """
            left join membership_api.admission_era era on t.party_from >= era.begins and t.party_from < era.ends""";

    private static final String ERA_NAMES =
            "select code, name, name_en from membership_api.admission_era order by begins";

    @Override
    public List<Breakdown> breakdowns() {
        return List.of(
                by("sex", "Giới tính", "Sex", "", "t.sex", false, SEXES),
                by("degree", "Chính thức, dự bị", "Degree", "", "r.degree", false, DEGREES)
                        .entered(Map.of("recognitions", "OFFICIAL", "recognitions-annulled", "PROBATIONARY")),
                by("age-band", "Độ tuổi", "Age", AGE_BANDS, "band.code", false, ""),
                by("party-age-band", "Tuổi đảng", "Party age", PARTY_AGE_BANDS, "party_band.code", false, ""),
                by("ethnicity", "Dân tộc", "Ethnicity", "", "t.ethnicity", true, words("ethnicity")),
                by("religion", "Tôn giáo", "Religion", "", "t.religion", true, words("religion")),
                by("education", "Trình độ học vấn", "Education", "", "t.education", false, words("education")),
                by("theory", "Lý luận chính trị", "Political theory", "", "t.theory", false, words("theory")),
                by("occupation", "Nghề nghiệp", "Occupation", "", "t.occupation", false, ""),
                by("sector", "Loại hình cơ sở", "Sector", BaseSector.JOIN, BaseSector.KEY, false, BaseSector.LABELS)
                        .countedWhenAsked(),
                by("age", "Tuổi đời", "Years of age", "", AGE, false, "").countedWhenAsked(),
                by("occupation-group", "Nhóm nghề nghiệp", "Group of occupations", OCCUPATIONS, "job.code", false, JOBS)
                        .countedWhenAsked(),
                by("admission-era", "Thời gian vào Đảng", "Time of admission", ERAS, "era.code", false, ERA_NAMES)
                        .countedWhenAsked());
    }

    private static final String SEXES =
            "select word.code, word.vi, word.en from (values ('M', 'Nam', 'Men'), ('F', 'Nữ', 'Women')) as word (code, vi, en)";
    private static final String DEGREES =
            "select word.code, word.vi, word.en from (values ('OFFICIAL', 'Chính thức', 'Official'), ('PROBATIONARY', 'Dự bị', 'Probationary')) as word (code, vi, en)";

    private static String words(String list) {
        return "select code, name, name_en from membership_api.word where list = '" + list + "' order by rank";
    }

    private static Breakdown by(
            String code, String vi, String en, String joins, String key, boolean sensitive, String labels) {
        return new Breakdown(code, new Name(vi, en), MEMBERS, joins, key, sensitive, labels);
    }

    private static Indicator stock(String code, String vi, String en, Moment moment, String condition) {
        return Indicator.of(code, vi, en, MEMBER, new OnDay(MEMBERS, moment, condition, false));
    }

    private static Indicator flow(String code, String vi, String en, String... flows) {
        return Indicator.of(code, vi, en, MEMBER, new Across(STEPS, Set.of(flows), Reach.ANY));
    }

    private static Indicator near(String code, String vi, String en, String flow) {
        return Indicator.of(code, vi, en, MEMBER, new Across(STEPS, Set.of(flow), Reach.NEAR));
    }

    private static Indicator far(String code, String vi, String en, String flow) {
        return Indicator.of(code, vi, en, MEMBER, new Across(STEPS, Set.of(flow), Reach.FAR));
    }
}
