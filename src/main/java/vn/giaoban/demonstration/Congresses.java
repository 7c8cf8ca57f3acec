package vn.giaoban.demonstration;

import java.time.LocalDate;
import java.util.stream.Stream;
import vn.giaoban.organisation.Terms.NewTerm;
import vn.giaoban.shared.UnitId;

/** Terms between congresses: five years from the province to the base, less for cells. The days are made up; the years are those of the congresses. */
final class Congresses {

    private Congresses() {}

    static Stream<NewTerm> terms(String kind, UnitId unit) {
        return switch (kind) {
            case "dang-bo-tinh" -> Stream.of(five(unit, LocalDate.of(2020, 10, 23)));
            case "dang-bo-huyen", "dang-bo-thanh-pho", "dang-bo-khoi", "dang-bo-cap-tren-co-so" ->
                Stream.of(five(unit, LocalDate.of(2020, 7, 31)));
            case "dang-bo-co-so", "chi-bo-co-so" -> Stream.of(five(unit, LocalDate.of(2020, 5, 20)));
            case "chi-bo" ->
                Stream.of(
                        new NewTerm(unit, "Nhiệm kỳ 2020–2022", LocalDate.of(2020, 3, 10), LocalDate.of(2022, 9, 10)),
                        new NewTerm(unit, "Nhiệm kỳ 2022–2025", LocalDate.of(2022, 9, 10), LocalDate.of(2025, 3, 10)));
            default -> Stream.of();
        };
    }

    private static NewTerm five(UnitId unit, LocalDate congress) {
        return new NewTerm(unit, "Nhiệm kỳ 2020–2025", congress, congress.plusYears(5));
    }
}
