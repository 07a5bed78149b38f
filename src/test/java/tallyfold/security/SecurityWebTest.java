package tallyfold.security;

import com.vaadin.flow.spring.annotation.EnableVaadin;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import tallyfold.audit.AuditKeys;
import tallyfold.support.MutableClock;

/** The modules security and audit alone behind a real port, in one context for all tests that say this. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SpringExtension.class)
@SpringBootTest(
        classes = SecurityWebTest.Application.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "server.address=127.0.0.1",
            "tallyfold.home=target/security-web-test",
            "tallyfold.demo.admin-password=kestrel-marsh-41-oak",
            "spring.datasource.url=jdbc:h2:mem:security-web;DB_CLOSE_DELAY=-1",
            "db-scheduler.enabled=false"
        })
public @interface SecurityWebTest {

    /** Nested, so that tests of the whole product do not find it. */
    @SpringBootApplication(
            scanBasePackages = {"tallyfold.security", "tallyfold.audit", "tallyfold.network"},
            proxyBeanMethods = false)
    @EnableVaadin("tallyfold.security")
    class Application {

        @Bean
        @Primary
        MutableClock mutableClock() {
            return new MutableClock();
        }

        @Bean
        AuditKeys auditKeys() {
            return () -> new byte[32];
        }
    }
}
