package vn.giaoban.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReplicaPropertiesTest {

    private static final DatabaseProperties DATABASE =
            new DatabaseProperties("jdbc:postgresql://one/giaoban", "someone", "secret");

    @Test
    void userAndPasswordAreThoseOfTheDatabaseUnlessSaidOtherwise() {
        assertThat(replica("jdbc:postgresql://two/giaoban", null).address(DATABASE))
                .isEqualTo(new DatabaseAddress("jdbc:postgresql://two/giaoban", "someone", "secret"));
        assertThat(replica("jdbc:postgresql://two/giaoban", "reader").address(DATABASE))
                .isEqualTo(new DatabaseAddress("jdbc:postgresql://two/giaoban", "reader", "secret"));
    }

    @Test
    void ourOwnServerHasNone() {
        assertThatThrownBy(() -> replica("jdbc:postgresql://two/giaoban", null)
                        .address(new DatabaseProperties(null, null, null)))
                .isInstanceOf(DatabaseFault.class)
                .hasMessageContaining("GIAOBAN_DATABASE_URL");
    }

    @Test
    void anAddressOfAnotherKindIsRefused() {
        assertThatThrownBy(() -> replica("postgres://two/giaoban", null).address(DATABASE))
                .isInstanceOf(DatabaseFault.class)
                .hasMessageContaining("jdbc:postgresql://");
    }

    private static ReplicaProperties replica(String url, @Nullable String user) {
        return new ReplicaProperties(url, user, null, Duration.ofSeconds(5), Duration.ofSeconds(1));
    }
}
