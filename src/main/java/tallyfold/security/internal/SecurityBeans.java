package tallyfold.security.internal;

import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutorService;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import tallyfold.security.Role;

/** What every module may ask for, with and without a web server. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class SecurityBeans {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** For long calls of a screen: runs each task on a thread of its own, as the user who asked for it. */
    @Bean(destroyMethod = "shutdownNow")
    ExecutorService backgroundExecutor() {
        var executor = new DelegatingSecurityContextExecutorService(Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("background-", 1).factory()));
        executor.setSecurityContextHolderStrategy(new PresentContextStrategy());
        return executor;
    }

    @Bean
    static RoleHierarchy roleHierarchy() {
        return RoleHierarchyImpl.withDefaultRolePrefix()
                .role(Role.ADMINISTRATOR_ROLE)
                .implies(Role.PROJECT_MANAGER_ROLE)
                .role(Role.PROJECT_MANAGER_ROLE)
                .implies(Role.VIEWER_ROLE)
                .build();
    }
}
