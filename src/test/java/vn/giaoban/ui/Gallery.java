package vn.giaoban.ui;

import gg.jte.CodeResolver;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.MethodParameter;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.Refusal;
import vn.giaoban.shared.Refusals;

/** Module ui alone, with pages that show every piece; nobody signs in and there is no database. */
@TestComponent
@Configuration
@EnableAutoConfiguration
@ComponentScan("vn.giaoban.ui")
@Import(Gallery.Controller.class)
public class Gallery {

    static final String WITHOUT_DATABASE = "spring.autoconfigure.exclude="
            + "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration,"
            + "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration,"
            + "org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration,"
            + "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration,"
            + "org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration,"
            + "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration,"
            + "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration";

    /** Whether it is well is asked of a database that is not there. */
    static final String WITHOUT_HEALTH = "management.endpoint.health.validate-group-membership=false";

    static final Actor CLERK = new Actor(1, "clerk", Set.of(), List.of());

    @Bean
    Clock clock() {
        return Clock.systemUTC(); // the tests' own clock goes before it
    }

    @Bean
    Visitors visitors() {
        return () -> Optional.of(new Visitor(CLERK, "Hoàng Thị Mai", List.of("Cán bộ tổ chức"), true));
    }

    @Bean
    MenuEntry menuOfTheGallery() {
        return MenuEntry.forAll(10, "ui.search-title", "/gallery");
    }

    @Bean
    Finder finderOfTheGallery() {
        return new Finder() {
            @Override
            public int position() {
                return 1;
            }

            @Override
            public String heading() {
                return "ui.menu";
            }

            @Override
            public List<Found> find(Actor by, String text, AsOf at, int limit) {
                return text.equals("ba be") ? List.of(new Found("Huyện ủy Ba Bể", "Bắc Kạn", "/units/7")) : List.of();
            }
        };
    }

    /** As module access sends it, so that the browser complains of what the policy would stop. */
    @Bean
    Filter policy() {
        return (request, response, chain) -> {
            ((HttpServletResponse) response).setHeader("Content-Security-Policy", ContentSecurity.POLICY);
            chain.doFilter(request, response);
        };
    }

    /** Templates from the sources, those of the gallery first. */
    @Bean
    @Primary
    TemplateEngine templatesOfTheGallery() {
        var ours = new DirectoryCodeResolver(Path.of("src/test/java/vn/giaoban"));
        var main = new DirectoryCodeResolver(Path.of("src/main/java/vn/giaoban"));
        var both = new CodeResolver() {
            @Override
            public @Nullable String resolve(String name) {
                var code = ours.resolve(name);
                return code != null ? code : main.resolve(name);
            }

            @Override
            public long getLastModified(String name) {
                return 0;
            }
        };
        var engine = TemplateEngine.create(
                both, Path.of("target/jte-gallery"), ContentType.Html, Gallery.class.getClassLoader(), "gallery");
        engine.setTrimControlStructures(true);
        return engine;
    }

    @Bean
    WebMvcConfigurer clerk() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new HandlerMethodArgumentResolver() {
                    @Override
                    public boolean supportsParameter(MethodParameter parameter) {
                        return parameter.getParameterType() == Actor.class;
                    }

                    @Override
                    public Actor resolveArgument(
                            MethodParameter parameter,
                            @Nullable ModelAndViewContainer container,
                            NativeWebRequest request,
                            @Nullable WebDataBinderFactory binders) {
                        return CLERK;
                    }
                });
            }
        };
    }

    public record DayPage(AsOf at) implements Page {
        public String broken() {
            throw new IllegalStateException("secret");
        }

        @Override
        public String template() {
            return "ui/gallery/day.jte";
        }
    }

    public record BrokenPage(DayPage inner) implements Page {
        @Override
        public String template() {
            return "ui/gallery/broken.jte";
        }
    }

    public record PiecesPage(String template) implements Page {}

    public record WorkPage(int done, boolean running, String template) implements Page {}

    public record SampleForm(
            @NotBlank(message = "{ui.invalid}") @Nullable String name,
            @NotNull @Nullable LocalDate from,
            @Nullable String level) {
        static final SampleForm EMPTY = new SampleForm(null, null, null);
    }

    public record FormPage(@Nullable SampleForm form, FormErrors errors) implements Page {
        @Override
        public String template() {
            return "ui/gallery/form.jte";
        }
    }

    @TestComponent
    @RestController
    static class Controller {

        private final AtomicInteger done = new AtomicInteger();

        @GetMapping("/gallery/day")
        Page day(AsOf at) {
            return new DayPage(at);
        }

        @GetMapping("/gallery/number/{number}")
        Page number(@PathVariable long number, AsOf at) {
            return new DayPage(at);
        }

        @GetMapping("/gallery/refused")
        Page refused() {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "ui.not-a-day", "<b>");
        }

        @GetMapping("/api/refused")
        Page refusedTwice() {
            throw new Refusals(List.of(UiRefusal.notADay("x"), UiRefusal.notADay("y")));
        }

        @GetMapping("/api/number")
        String number(@RequestParam long number) {
            return Long.toString(number);
        }

        @GetMapping("/gallery/fault")
        Page fault() {
            throw new IllegalStateException("secret");
        }

        @GetMapping("/gallery/broken-page")
        Page broken(AsOf at) {
            return new BrokenPage(new DayPage(at));
        }

        @GetMapping("/gallery/work")
        Page work() {
            return new WorkPage(done.get(), done.get() < 3, "ui/gallery/work.jte");
        }

        @GetMapping("/gallery/work/bar")
        ResponseEntity<Page> bar() {
            return done.incrementAndGet() < 3
                    ? ResponseEntity.ok(new WorkPage(done.get(), true, "ui/gallery/bar.jte"))
                    : Answers.reload();
        }

        @GetMapping("/gallery/tables")
        Page tables() {
            return new PiecesPage("ui/gallery/tables.jte");
        }

        @GetMapping("/gallery/charts")
        Page charts() {
            return new PiecesPage("ui/gallery/charts.jte");
        }

        @GetMapping("/gallery/form")
        Page form() {
            return new FormPage(SampleForm.EMPTY, FormErrors.NONE);
        }

        @PostMapping("/gallery/form")
        ResponseEntity<Page> send(@Valid SampleForm form, BindingResult binding) {
            return Attempt.of(binding, () -> work(Objects.requireNonNull(form.name())))
                    .then(name -> Answers.saying("ui.gallery-saved", name).seeOther("/gallery/day"))
                    .orAgain(errors -> new FormPage(form, errors));
        }

        private static String work(String name) {
            if (name.equals("taken")) {
                throw UiRefusal.notADay(name);
            }
            return name;
        }
    }
}
