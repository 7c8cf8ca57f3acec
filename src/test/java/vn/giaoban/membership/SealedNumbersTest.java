package vn.giaoban.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import vn.giaoban.CommittingTest;
import vn.giaoban.GiaoBan;
import vn.giaoban.TestDatabase;
import vn.giaoban.Visits;
import vn.giaoban.organisation.Officers;
import vn.giaoban.organisation.TwoProvinces;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.StartFault;
import vn.giaoban.shared.Verb;

/** The key file, what a number is worth without it, and what a start says when it is lost. */
@CommittingTest(freshForEachMethod = true)
@ExtendWith(OutputCaptureExtension.class)
class SealedNumbersTest {

    static final MemberId SOMEBODY = new MemberId(RegisterId.of(2), 7);
    static final CitizenNumber NUMBER = CitizenNumber.read("000160000001").orElseThrow();

    @TempDir
    Path data;

    @TempDir
    Path elsewhere;

    @Autowired
    SealedRows rows;

    @Autowired
    Officers officers;

    @Autowired
    Visits visits;

    @Autowired
    SealedNumbers running;

    @Autowired
    javax.sql.DataSource database;

    @Autowired
    People people;

    Path file;

    @BeforeEach
    void file() {
        file = data.resolve("keys").resolve("citizen-numbers.key");
    }

    private SealedNumbers started(Path directory) {
        return new SealedNumbers(new NumberKey(directory), rows, "");
    }

    /** Sealed by the key of the running application. */
    private void somebodyHasANumber() {
        people.twoProvinces();
        people.at("2020-01-03", () -> {
            people.store(
                    TwoProvinces.Q,
                    Batch.ofMembers(List.of(NewMember.opening(
                                    1,
                                    "m1",
                                    Profile.of("Lý Thị Xa", Birth.on(LocalDate.of(1980, 2, 3)), Sex.F),
                                    "QA1",
                                    Degree.OFFICIAL)
                            .withCitizen(NUMBER, false))));
            return true;
        });
    }

    @Test
    void theKeyFileIsItsOwnersAloneAndOpensAtTheNextStart() throws Exception {
        var sealed = started(data).seal(SOMEBODY, NUMBER);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
        try (var beside = Files.list(file.getParent())) {
            assertThat(beside).containsExactly(file);
        }
        assertThat(started(data).open(SOMEBODY, sealed)).isEqualTo(NUMBER);
    }

    @Test
    void anotherKeyIsNoticed() {
        var sealed = started(data).seal(SOMEBODY, NUMBER);
        var other = started(elsewhere);
        assertThatThrownBy(() -> other.open(SOMEBODY, sealed)).hasMessageContaining("another key file");
        assertThat(other.digest(NUMBER)).isNotEqualTo(started(data).digest(NUMBER));
    }

    @Test
    void aNumberIsBoundToItsPerson() {
        var numbers = started(data);
        var sealed = numbers.seal(SOMEBODY, NUMBER);
        var neighbour = new MemberId(RegisterId.of(2), 8);
        assertThatThrownBy(() -> numbers.open(neighbour, sealed)).hasMessageContaining("another person");
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> numbers.open(SOMEBODY, sealed)).hasMessageContaining("tampered");
        assertThat(numbers.seal(SOMEBODY, NUMBER)).isNotEqualTo(numbers.seal(SOMEBODY, NUMBER));
    }

    @Test
    void aDamagedKeyFileIsRefusedAndNeverReplaced() throws Exception {
        started(data);
        Files.write(file, new byte[63]);
        assertThatThrownBy(() -> started(data))
                .isInstanceOf(StartFault.class)
                .hasMessageContaining(file + " không phải tệp khóa");
        assertThat(Files.size(file)).isEqualTo(63);
    }

    @Test
    void aLostKeyStopsTheStartAndNoneIsMadeInItsPlace() {
        somebodyHasANumber();
        assertThatThrownBy(() -> started(data))
                .isInstanceOfSatisfying(
                        StartFault.class,
                        fault -> assertThat(fault.repair())
                                .contains(
                                        "Chép tệp citizen-numbers.key",
                                        Objects.requireNonNull(file.getParent()).toString(),
                                        "chmod 600"))
                .hasMessageContaining("Mất tệp khóa " + file);
        assertThat(file).doesNotExist();
    }

    @Test
    void aWrongKeyStopsTheStartAndStaysAsItIs() throws Exception {
        started(data); // made for an empty database
        var before = Files.readAllBytes(file);
        somebodyHasANumber();
        assertThatThrownBy(() -> started(data))
                .isInstanceOf(StartFault.class)
                .hasMessageContaining(file + " không phải khóa đã niêm phong");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void theRightKeyPutBackOpensAgain() throws Exception {
        somebodyHasANumber();
        Files.createDirectories(file.getParent());
        Files.copy(Path.of("target/test-data/keys/citizen-numbers.key"), file);
        assertThat(started(data).digest(NUMBER)).isEqualTo(running.digest(NUMBER));
    }

    @Test
    void whatNoKeyOpensAnyMoreIsGivenUpOnceAndSaysWhy(CapturedOutput console) {
        somebodyHasANumber();
        var key = new NumberKey(data);
        var anew = new SealedNumbers(key, rows, "Biên bản 12-BB/VPTU: cháy máy");
        assertThat(file).exists();
        assertThat(console).contains("Đã bỏ 1 số định danh").doesNotContain(NUMBER.digits());
        assertThat(rows.oneOfEachRegister()).isEmpty();
        var owner = TestDatabase.of(database).asSuperuser();
        assertThat(owner.sql("""
                                select e.what || ' ' || e.reason || ' ' || n.sealed::text
                                  from membership.citizen_number n join record.entry e on e.entry_id = n.superseded_by
                                """).query(String.class).single())
                .startsWith("membership.numbers-given-up Biên bản 12-BB/VPTU: cháy máy \\x");

        // the file and the check say what is to be done, until the number stands there again
        var officer = new Actor(
                7,
                "can.bo",
                Set.of(TwoProvinces.Q),
                Stream.of(Verb.SEE_PERSONS, Verb.SEE_SENSITIVE, Verb.SEE_FIGURES)
                        .map(verb -> new Actor.Grant(verb, officers.id("Q")))
                        .toList());
        var member = new MemberId(
                TwoProvinces.Q,
                owner.sql("select member_id from membership.citizen_number")
                        .query(Long.class)
                        .single());
        visits.get(officer, "/members/" + member + "?tab=sensitive").bodyText().contains("Phải nhập lại: khóa đọc");
        visits.get(officer, "/checks/{unit}", officers.id("Q")).bodyText().contains("phải nhập lại số định danh");

        // with the option left in its script, another loss is noticed again
        owner.sql(
                        "insert into membership.citizen_number (register_id, member_id, digest, sealed, is_card, entry_id, recorded_at)"
                                + " select register_id, member_id, :digest, :sealed, false, superseded_by, superseded_at from membership.citizen_number")
                .param("digest", anew.digest(NUMBER))
                .param("sealed", anew.seal(member, NUMBER))
                .update();
        assertThatThrownBy(() -> new SealedNumbers(new NumberKey(elsewhere), rows, "Biên bản 12-BB/VPTU: cháy máy"))
                .isInstanceOf(StartFault.class)
                .hasMessageContaining("Mất tệp khóa");
        assertThat(started(data).open(member, anew.seal(member, NUMBER))).isEqualTo(NUMBER);
    }

    /** The whole application, as at a console. */
    @Test
    void theConsoleSaysWhichFileAndHow(CapturedOutput console) {
        somebodyHasANumber();
        var address = TestDatabase.of(database).address();
        var application = new SpringApplicationBuilder(GiaoBan.class)
                .properties("spring.main.banner-mode=off")
                .build();
        assertThatThrownBy(() -> application.run(
                        "--giaoban.database.url=" + address.url(),
                        "--giaoban.database.user=" + address.user(),
                        "--giaoban.database.password=" + address.password(),
                        "--giaoban.data=" + data,
                        "--giaoban.demo=false",
                        "--server.port=0"))
                .hasRootCauseInstanceOf(StartFault.class);
        assertThat(console)
                .contains("APPLICATION FAILED TO START", "Mất tệp khóa " + file, "Chép tệp citizen-numbers.key")
                .doesNotContain("\tat vn.giaoban");
        assertThat(file).doesNotExist();
    }
}
