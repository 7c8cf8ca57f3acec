package vn.giaoban;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import vn.giaoban.backup.BackupCommand;

/** The application. One process, one PostgreSQL. With {@code backup} or {@code restore} as its first word, that command instead. */
@SpringBootApplication
public class GiaoBan {

    public static void main(String[] arguments) {
        if (BackupCommand.asked(arguments)) {
            System.exit(BackupCommand.run(arguments));
        }
        SpringApplication.run(GiaoBan.class, arguments);
    }
}
