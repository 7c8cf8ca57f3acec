package vn.giaoban;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import vn.giaoban.membership.People;
import vn.giaoban.organisation.Officers;
import vn.giaoban.organisation.TwoProvinces;

/**
 * A test whose transactions commit: what needs two of them (record time, locks, row policies, jobs, a browser). The same application as
 * {@link ModuleTest}'s, pointed for this class at a fresh database of its own that is dropped afterwards. What is done under nobody's name
 * sees no register: use {@code Acting.as(actor, …)}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@Import({Visits.class, TwoProvinces.class, Officers.class, People.class})
public @interface CommittingTest {

    /** Whether each method starts with an empty database too; costs about a quarter of a second each. */
    boolean freshForEachMethod() default false;
}
