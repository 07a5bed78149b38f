package tallyfold.security.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session after 30 minutes without use, after 12 hours in any case, and when it was ended, or its user changed or
 * disabled, on another node; in this process {@link LiveSessions} does so at once. The container's own time-out does not
 * do it: an open page asks every few minutes whether it is still alive.
 */
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class SessionLimits extends OncePerRequestFilter {

    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration LONGEST = Duration.ofHours(12);

    /** For choosing a password: the given one is not asked for again, so its proof must not be old. */
    static final Duration CHOOSING = Duration.ofMinutes(15);

    /** How long a changed or disabled user may go on at most. */
    static final Duration RECHECK = Duration.ofSeconds(10);

    private static final String ATTRIBUTE = SessionLimits.class.getName();

    /** How exact the time of the last use is that others see. */
    private static final Duration TOUCH = Duration.ofMinutes(1);

    private record Seen(Instant used, Instant checked, Instant told) implements Serializable {}

    private final SessionRepository sessions;
    private final Clock clock;
    private final SecurityContextHolderStrategy strategy;

    /** Takes the strategy by which this application's chain keeps who is signed in; the one in force is the process's. */
    SessionLimits(SessionRepository sessions, Clock clock, ObjectProvider<SecurityContextHolderStrategy> strategy) {
        this.sessions = sessions;
        this.clock = clock;
        this.strategy = strategy.getIfAvailable(PresentContextStrategy::new);
    }

    /** Spring Boot would put it before the security chain as well, where nobody is signed in yet. */
    @Bean
    static FilterRegistrationBean<SessionLimits> sessionLimitsOutsideOfTheChain(SessionLimits filter) {
        FilterRegistrationBean<SessionLimits> registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        Authentication authentication = strategy.getContext().getAuthentication();
        if (session != null
                && authentication != null
                && authentication.getPrincipal() instanceof SignedInUser principal
                && !mayGoOn(principal, session, isUse(request))) {
            strategy.clearContext();
            session.invalidate();
        }
        chain.doFilter(request, response);
    }

    private boolean mayGoOn(SignedInUser principal, HttpSession session, boolean use) {
        Instant now = clock.instant();
        Seen seen = session.getAttribute(ATTRIBUTE) instanceof Seen stored
                ? stored
                : new Seen(principal.since(), Instant.EPOCH, principal.since());
        if (now.isAfter(principal.since().plus(principal.passwordGiven() ? CHOOSING : LONGEST))
                || now.isAfter(seen.used().plus(IDLE))) {
            return false;
        }
        Instant checked = seen.checked();
        if (now.isAfter(checked.plus(RECHECK))) {
            if (!sessions.holds(principal.session())) {
                return false;
            }
            checked = now;
        }
        Instant told = seen.told();
        if (use && now.isAfter(told.plus(TOUCH))) {
            sessions.touch(principal.session(), now);
            told = now;
        }
        session.setAttribute(ATTRIBUTE, new Seen(use ? now : seen.used(), checked, told));
        return true;
    }

    /** A page that only says it is open, or waits for news, is not used by anybody. */
    private static boolean isUse(HttpServletRequest request) {
        String kind = request.getParameter("v-r");
        return !"heartbeat".equals(kind)
                && !"push".equals(kind)
                && !request.getRequestURI().endsWith("/VAADIN/push");
    }
}
