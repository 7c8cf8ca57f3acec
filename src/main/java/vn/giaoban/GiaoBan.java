package vn.giaoban;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application. One process, one PostgreSQL. */
@SpringBootApplication
public class GiaoBan {

    public static void main(String[] arguments) {
        SpringApplication.run(GiaoBan.class, arguments);
    }
}
