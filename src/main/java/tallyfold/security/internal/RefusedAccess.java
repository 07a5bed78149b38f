package tallyfold.security.internal;

import com.vaadin.flow.server.auth.AccessCheckDecision;
import com.vaadin.flow.server.auth.AccessCheckResult;
import com.vaadin.flow.server.auth.DefaultAccessCheckDecisionResolver;
import com.vaadin.flow.server.auth.NavigationContext;
import com.vaadin.flow.spring.security.NavigationAccessControlConfigurer;
import java.lang.reflect.Method;
import java.time.Clock;
import java.util.List;
import org.aopalliance.intercept.MethodInvocation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.security.authorization.AuthorizationEventPublisher;
import org.springframework.security.authorization.SpringAuthorizationEventPublisher;
import org.springframework.security.authorization.event.AuthorizationDeniedEvent;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import tallyfold.audit.AuditEvent;
import tallyfold.audit.AuditLog;

/**
 * Writes down what signed-in people tried without the right to. Nothing on screen leads there, so each is an attempt, an old
 * bookmark, or a defect; sixty an hour are kept, lest somebody fill the audit log.
 */
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class RefusedAccess {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedAccess.class);

    private static final int LONGEST_PATH = 200;

    private final AuditLog audit;
    private final RefusalAllowance allowance;

    RefusedAccess(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.allowance = new RefusalAllowance(clock);
    }

    /** A call of a service. Pages have a way of their own. */
    @EventListener
    void on(AuthorizationDeniedEvent<?> denied) {
        Authentication who = denied.getAuthentication().get();
        if (who != null
                && who.getPrincipal() instanceof SignedInUser
                && denied.getObject() instanceof MethodInvocation call) {
            Method method = call.getMethod();
            record(method.getDeclaringClass().getSimpleName() + "." + method.getName());
        }
    }

    private void record(String what) {
        if (!allowance.take()) {
            LOG.warn("Refused: {}", what);
            return;
        }
        try {
            audit.record("access.refused", what, AuditEvent.Outcome.REFUSED, null);
        } catch (RuntimeException e) {
            // Refused it stays, written down or not.
            LOG.error("A refused access to {} could not be written in the audit log", what, e);
        }
    }

    /** Vaadin's own decision about pages, watched. */
    private static final class Watching extends DefaultAccessCheckDecisionResolver {

        private final transient ObjectProvider<RefusedAccess> refused;

        Watching(ObjectProvider<RefusedAccess> refused) {
            this.refused = refused;
        }

        @Override
        public AccessCheckResult resolve(List<AccessCheckResult> results, NavigationContext context) {
            AccessCheckResult result = super.resolve(results, context);
            // Menus ask too, without going anywhere; whoever is not signed in is sent to the sign-in page.
            if (result.decision() == AccessCheckDecision.DENY
                    && context.isNavigating()
                    && !context.isErrorHandling()
                    && context.getPrincipal() != null) {
                String path = "/" + context.getLocation().getPath();
                String shown = path.substring(0, Math.min(path.length(), LONGEST_PATH));
                refused.ifAvailable(each -> each.record(shown));
            }
            return result;
        }
    }

    /** What makes the two ways known. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    static class Watches {

        @Bean
        static AuthorizationEventPublisher authorizationEventPublisher(ApplicationEventPublisher events) {
            return new SpringAuthorizationEventPublisher(events);
        }

        @Bean
        static NavigationAccessControlConfigurer navigationAccessControlConfigurer(
                ObjectProvider<RefusedAccess> refused) {
            return new NavigationAccessControlConfigurer()
                    .withAnnotatedViewAccessChecker()
                    .withDecisionResolver(new Watching(refused));
        }
    }
}
