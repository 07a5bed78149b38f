package tallyfold.command;

import com.ulisesbocchio.jasyptspringbootstarter.JasyptSpringBootAutoConfiguration;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.boot.autoconfigure.info.ProjectInfoAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import tallyfold.vault.SealedSecretSource;

/**
 * What one-shot commands need: the database, the vault, the users, the figures, and whoever holds sealed secrets. No web server, no
 * schedule, and nothing that belongs to the start of a server, such as refusing a wrong key before it was looked at. Not a
 * {@code @Configuration}, because the application's own scan would find it.
 */
@ImportAutoConfiguration({
    AopAutoConfiguration.class,
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    JasyptSpringBootAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    ProjectInfoAutoConfiguration.class,
    TransactionAutoConfiguration.class
})
@Import(SchemaGuard.class)
@ComponentScan(
        basePackages = {
            "tallyfold.vault",
            "tallyfold.audit",
            "tallyfold.security",
            "tallyfold.workitem",
            "tallyfold.progress"
        },
        excludeFilters = {
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = "tallyfold\\..*\\.ui\\..*"),
            // Another application below these packages, as tests have them, is none of this one's parts.
            @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = SpringBootConfiguration.class),
            @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = SmartInitializingSingleton.class)
        })
@ComponentScan(
        basePackages = "tallyfold.administration",
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "tallyfold\\.administration\\..*Backup(s|Store|Settings)"))
@ComponentScan(
        basePackages = "tallyfold",
        useDefaultFilters = false,
        includeFilters = @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = SealedSecretSource.class))
final class Maintenance {}
