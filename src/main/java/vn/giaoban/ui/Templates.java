package vn.giaoban.ui;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class Templates {

    /**
     * Templates compiled with the application; with {@code giaoban.templates=src/main/java/vn/giaoban} they are read from the sources, and a
     * changed one shows at once.
     */
    @Bean
    TemplateEngine templateEngine(@Value("${giaoban.templates:}") String sources) {
        var loader = Templates.class.getClassLoader();
        if (sources.isEmpty()) {
            return TemplateEngine.createPrecompiled(null, ContentType.Html, loader, "vn.giaoban");
        }
        var engine = TemplateEngine.create(
                new DirectoryCodeResolver(Path.of(sources)),
                Path.of("target/jte-development"),
                ContentType.Html,
                loader,
                "vn.giaoban.development");
        engine.setTrimControlStructures(true);
        return engine;
    }
}
