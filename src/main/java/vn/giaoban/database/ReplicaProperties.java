package vn.giaoban.database;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A streaming replica of the database, for reading: {@code GIAOBAN_REPLICA_URL}.
 *
 * @param url as JDBC writes it; without one everything is read from the database itself
 * @param user null: as for the database, because roles and passwords are replicated
 * @param mostBehind the longest time by which what it answers may be behind
 * @param lookEvery how often it is asked how far it is
 */
@ConfigurationProperties("giaoban.replica")
record ReplicaProperties(
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue("5s") Duration mostBehind,
        @DefaultValue("1s") Duration lookEvery) {

    DatabaseAddress address(DatabaseProperties database) {
        if (!database.external()) {
            throw new DatabaseFault(
                    "Có GIAOBAN_REPLICA_URL nhưng không có GIAOBAN_DATABASE_URL: PostgreSQL kèm theo không có bản sao.",
                    "Hãy đặt GIAOBAN_DATABASE_URL là máy chủ chính mà bản sao đi theo, hoặc bỏ GIAOBAN_REPLICA_URL.");
        }
        if (url == null || !url.startsWith("jdbc:postgresql:")) {
            throw new DatabaseFault(
                    "GIAOBAN_REPLICA_URL phải có dạng jdbc:postgresql://máy-chủ:cổng/cơ-sở-dữ-liệu.",
                    "Hãy sửa lại địa chỉ của bản sao, hoặc bỏ đi để chỉ dùng máy chủ chính.");
        }
        var primary = database.address();
        return new DatabaseAddress(
                url, user == null ? primary.user() : user, password == null ? primary.password() : password);
    }
}
