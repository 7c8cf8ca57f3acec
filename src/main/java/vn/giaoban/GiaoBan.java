package vn.giaoban;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import vn.giaoban.backup.BackupCommand;
import vn.giaoban.database.DistributeCommand;
import vn.giaoban.database.UnpackingAhead;
import vn.giaoban.proof.ProveCommand;

/** The application. One process, one PostgreSQL. With {@code backup}, {@code restore}, {@code verify},
 * {@code prove} or {@code distribute} as its first word, that command instead; a restore proves itself. */
@SpringBootApplication
public class GiaoBan {

    public static void main(String[] arguments) {
        if (BackupCommand.asked(arguments)) {
            var code = BackupCommand.run(arguments);
            if (code != 0 || !ProveCommand.asked(arguments)) {
                System.exit(code);
            }
        }
        if (ProveCommand.asked(arguments)) {
            System.exit(ProveCommand.run(GiaoBan.class, arguments));
        }
        if (DistributeCommand.asked(arguments)) {
            System.exit(DistributeCommand.run(arguments));
        }
        var application = new SpringApplication(GiaoBan.class);
        application.addListeners(new UnpackingAhead());
        application.run(arguments);
    }
}
