package vn.giaoban;

import static org.springframework.test.context.support.TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import vn.giaoban.database.DatabaseAddress;

/**
 * What differs in every application that a test starts (registered in {@code spring.factories}): a database of its own, copied from the
 * migrated one and used as an operator's existing database would be; the test's clock; no demonstration. A class with properties of its
 * own gets an application of its own, which costs seconds: avoid it.
 */
public class TestApplication implements ContextCustomizerFactory {

    @Override
    public ContextCustomizer createContextCustomizer(Class<?> test, List<ContextConfigurationAttributes> attributes) {
        return new Customizer();
    }

    private record Customizer() implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
            var database = TestDatabase.create();
            settings(context.getEnvironment().getPropertySources(), database.address());
            var beans = context.getBeanFactory();
            beans.addBeanPostProcessor(new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource pool ? new SwitchingDataSource(pool, database) : bean;
                }
            });
            var clock = new RootBeanDefinition(TestClock.class);
            clock.setPrimary(true);
            ((BeanDefinitionRegistry) beans).registerBeanDefinition("testClock", clock);
        }

        /** Stronger than the application's own settings, weaker than what a test class says. */
        private static void settings(MutablePropertySources sources, DatabaseAddress database) {
            var settings = new MapPropertySource(
                    "tests",
                    Map.ofEntries(
                            Map.entry("giaoban.database.url", database.url()),
                            Map.entry("giaoban.database.user", database.user()),
                            Map.entry("giaoban.database.password", database.password()),
                            Map.entry("giaoban.data", "target/test-data"),
                            Map.entry("giaoban.demo", "false"),
                            Map.entry("giaoban.backdating", "true"),
                            Map.entry("giaoban.password-strength", "4"),
                            Map.entry("giaoban.audit.seal-first", "PT1000H"),
                            Map.entry("giaoban.sums.first", "PT1000H"),
                            Map.entry("giaoban.parts.first", "PT1000H"),
                            Map.entry("spring.datasource.hikari.maximum-pool-size", "3"),
                            Map.entry("spring.datasource.hikari.minimum-idle", "1")));
            if (sources.contains(INLINED_PROPERTIES_PROPERTY_SOURCE_NAME)) {
                sources.addAfter(INLINED_PROPERTIES_PROPERTY_SOURCE_NAME, settings);
            } else {
                sources.addFirst(settings);
            }
        }
    }
}
