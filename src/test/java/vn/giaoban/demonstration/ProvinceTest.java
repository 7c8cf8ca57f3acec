package vn.giaoban.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.giaoban.shared.Vietnamese;

/** The made-up provinces: their rows add up to the published figures, and nothing in them is anybody's. */
class ProvinceTest {

    private static final Province BAC_KAN = Province.make(Spec.BAC_KAN);
    private static final Province THAI_NGUYEN = Province.make(Spec.THAI_NGUYEN);

    @Test
    void rows_add_up_to_the_figures_of_19_March_2024() {
        var replay = new Replay(BAC_KAN).until(Spec.CONFERENCE);

        assertThat(replay.members()).isEqualTo(37_340);
        assertThat(replay.of("dang-bo-co-so") + replay.of("chi-bo-co-so")).isEqualTo(426);
        assertThat(replay.of("chi-bo")).isEqualTo(2_093);
        assertThat(replay.of("dang-bo-bo-phan")).isEqualTo(4);
        assertThat(replay.of("dang-doan") + replay.of("ban-can-su")).isEqualTo(10);
        assertThat(replay.of("dang-bo-huyen")).isEqualTo(7);
        assertThat(replay.of("dang-bo-thanh-pho")).isEqualTo(1);
        assertThat(replay.count(card -> "BK".equals(card.parent) && card.kind.startsWith("dang-bo")))
                .isEqualTo(11);
    }

    @Test
    void in_November_2023_there_were_455_base_organisations_and_over_36_800_members() {
        var replay = new Replay(BAC_KAN).until(LocalDate.of(2023, 11, 30));

        assertThat(replay.of("dang-bo-co-so") + replay.of("chi-bo-co-so")).isEqualTo(455);
        assertThat(replay.members()).isBetween(36_801L, 36_899L);
    }

    @Test
    void every_row_can_be_in_its_turn_to_the_end() {
        new Replay(BAC_KAN).until(Calendar.END);
        var replay = new Replay(THAI_NGUYEN).until(Spec.CONFERENCE);
        assertThat(replay.members()).isEqualTo(Spec.THAI_NGUYEN.members());
        replay.until(Calendar.END);
    }

    @Test
    void rows_of_one_person_are_entered_in_the_order_in_which_they_happened() {
        for (var province : List.of(BAC_KAN, THAI_NGUYEN)) {
            var last = new HashMap<String, LocalDate>();
            for (var sitting : province.sittings()) {
                var inBatch = sitting.steps().stream()
                        .flatMap(step -> step.movements().stream())
                        .filter(row -> row.cancels() == null)
                        .sorted(java.util.Comparator.comparing(row -> Objects.requireNonNull(row.day())))
                        .toList();
                for (var row : inBatch) {
                    var day = Objects.requireNonNull(row.day());
                    var before = last.put(row.member(), day);
                    assertThat(before == null || before.isBefore(day))
                            .as("%s after %s", row, before)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void the_same_rows_on_every_run() throws Exception {
        assertThat(hash(BAC_KAN)).isEqualTo(hash(Province.make(Spec.BAC_KAN)));
        assertThat(hash(BAC_KAN)).isEqualTo("55abbd4fdf211bc8");
        assertThat(hash(THAI_NGUYEN)).isEqualTo("3eda07fd5d84e28c");
    }

    @Test
    void no_person_has_the_name_of_anyone_in_the_published_accounts() throws Exception {
        var stream = Objects.requireNonNull(ProvinceTest.class.getResourceAsStream("excluded-names.sha256"));
        var excluded = new String(stream.readAllBytes(), StandardCharsets.US_ASCII)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.toSet());
        assertThat(excluded).hasSizeGreaterThan(15);
        for (var name : names().distinct().toList()) {
            assertThat(excluded).as(name).doesNotContain(sha256(Vietnamese.folded(name)));
        }
    }

    @Test
    void citizen_numbers_are_of_a_province_code_that_nobody_has() {
        var seen = new HashSet<String>();
        assertThat(members())
                .extracting(MemberRow::citizen)
                .filteredOn(Objects::nonNull)
                .allMatch(number -> number.matches("099[0-3]\\d{8}"))
                .allMatch(seen::add);
        assertThat(members())
                .extracting(MemberRow::card)
                .filteredOn(Objects::nonNull)
                .allMatch(card -> card.length() == 8);
    }

    @Test
    void heads_of_villages_are_secretaries_nearly_everywhere_in_some_districts() {
        var secretaries = BAC_KAN.posts().stream()
                .filter(post -> post.post().equals(PostRow.SECRETARY) && post.until() == null)
                .map(post -> post.unit() + post.member())
                .collect(Collectors.toSet());
        assertThat(share(secretaries, "BK-BB-")).isGreaterThan(0.9);
        assertThat(share(secretaries, "BK-PN-")).isBetween(0.4, 0.75);
    }

    private static double share(Set<String> secretaries, String district) {
        var heads = BAC_KAN.posts().stream()
                .filter(post -> post.village() != null
                        && post.until() == null
                        && post.unit().startsWith(district))
                .toList();
        return heads.stream()
                        .filter(post -> secretaries.contains(post.unit() + post.member()))
                        .count()
                / (double) heads.size();
    }

    private static List<MemberRow> members() {
        return Stream.of(BAC_KAN, THAI_NGUYEN)
                .flatMap(province -> Stream.concat(
                        province.members().stream(),
                        province.sittings().stream()
                                .flatMap(sitting -> sitting.steps().stream())
                                .flatMap(step -> step.members().stream())))
                .toList();
    }

    private static Stream<String> names() {
        return Stream.concat(
                members().stream().map(MemberRow::name),
                Stream.of(BAC_KAN, THAI_NGUYEN)
                        .flatMap(province -> province.posts().stream())
                        .map(PostRow::outside)
                        .filter(Objects::nonNull));
    }

    private static String hash(Province province) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        for (var part : List.of(
                province.units(), province.members(), province.sittings(), province.posts(), province.population())) {
            for (var row : part) {
                digest.update(row.toString().getBytes(StandardCharsets.UTF_8));
            }
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
