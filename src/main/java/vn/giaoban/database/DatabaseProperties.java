package vn.giaoban.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * An existing PostgreSQL to be used instead of our own: {@code GIAOBAN_DATABASE_URL}, {@code _USER}, {@code _PASSWORD}.
 *
 * @param url as JDBC writes it, such as {@code jdbc:postgresql://db.example/giaoban}
 * @param user the login that the operator's script made, unless renamed
 */
@ConfigurationProperties("giaoban.database")
record DatabaseProperties(
        @Nullable String url,
        @Nullable String user,
        @Nullable String password) {

    boolean external() {
        return url != null && !url.isBlank();
    }

    DatabaseAddress address() {
        if (url == null || !url.startsWith("jdbc:postgresql:")) {
            throw new DatabaseFault(
                    "GIAOBAN_DATABASE_URL phải có dạng jdbc:postgresql://máy-chủ:cổng/cơ-sở-dữ-liệu.",
                    "Hãy sửa lại địa chỉ; tên người dùng và mật khẩu đặt ở GIAOBAN_DATABASE_USER và GIAOBAN_DATABASE_PASSWORD.");
        }
        return new DatabaseAddress(url, user == null ? Bootstrap.LOGIN : user, password == null ? "" : password);
    }
}
