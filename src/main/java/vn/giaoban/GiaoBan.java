package vn.giaoban;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import vn.giaoban.backup.BackupCommand;
import vn.giaoban.database.DistributeCommand;
import vn.giaoban.database.UnpackingAhead;

/** The application. One process, one PostgreSQL. With {@code backup}, {@code restore}, {@code verify} or
 * {@code distribute} as its first word, that command instead. */
@SpringBootApplication
public class GiaoBan {

    public static void main(String[] arguments) {
        if (BackupCommand.asked(arguments)) {
            System.exit(BackupCommand.run(arguments));
        }
        if (DistributeCommand.asked(arguments)) {
            System.exit(DistributeCommand.run(arguments));
        }
        var application = new SpringApplication(GiaoBan.class);
        application.addListeners(new UnpackingAhead());
        application.run(arguments);
    }
}
