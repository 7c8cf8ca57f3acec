package vn.giaoban.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.giaoban.shared.RegisterId;

/** The key file, and what a number is worth without it. */
class SealedNumbersTest {

    static final MemberId SOMEBODY = new MemberId(RegisterId.of(2), 7);
    static final CitizenNumber NUMBER = CitizenNumber.read("000160000001").orElseThrow();

    @TempDir
    Path data;

    @TempDir
    Path elsewhere;

    @Test
    void theKeyFileIsItsOwnersAloneAndOpensAtTheNextStart() throws Exception {
        var sealed = new SealedNumbers(data).seal(SOMEBODY, NUMBER);
        var file = data.resolve("keys").resolve("citizen-numbers.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
        assertThat(new SealedNumbers(data).open(SOMEBODY, sealed)).isEqualTo(NUMBER);
    }

    @Test
    void anotherKeyIsNoticed() {
        var sealed = new SealedNumbers(data).seal(SOMEBODY, NUMBER);
        var other = new SealedNumbers(elsewhere);
        assertThatThrownBy(() -> other.open(SOMEBODY, sealed)).hasMessageContaining("another key file");
        assertThat(other.digest(NUMBER)).isNotEqualTo(new SealedNumbers(data).digest(NUMBER));
    }

    @Test
    void aNumberIsBoundToItsPerson() {
        var numbers = new SealedNumbers(data);
        var sealed = numbers.seal(SOMEBODY, NUMBER);
        var neighbour = new MemberId(RegisterId.of(2), 8);
        assertThatThrownBy(() -> numbers.open(neighbour, sealed)).hasMessageContaining("another person");
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> numbers.open(SOMEBODY, sealed)).hasMessageContaining("tampered");
        assertThat(numbers.seal(SOMEBODY, NUMBER)).isNotEqualTo(numbers.seal(SOMEBODY, NUMBER));
    }

    @Test
    void aDamagedKeyFileIsRefusedAndNeverReplaced() throws Exception {
        new SealedNumbers(data);
        var file = data.resolve("keys").resolve("citizen-numbers.key");
        Files.write(file, new byte[63]);
        assertThatThrownBy(() -> new SealedNumbers(data)).hasMessageContaining("not a key file");
        assertThat(Files.size(file)).isEqualTo(63);
    }
}
