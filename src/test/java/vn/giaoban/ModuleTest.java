package vn.giaoban;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoban.membership.People;
import vn.giaoban.organisation.Officers;
import vn.giaoban.organisation.TwoProvinces;

/**
 * The usual test: the whole application on a real database, everything rolled back after each method. All such classes share one
 * application, so that a further class costs nothing. The transaction of the test sees the registers 1 to 9, whoever acts inside it: row
 * policies are a {@link CommittingTest}'s matter, forgotten registers are seen here as doubled answers.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@Import({Visits.class, TwoProvinces.class, Officers.class, People.class})
@Transactional
public @interface ModuleTest {}
