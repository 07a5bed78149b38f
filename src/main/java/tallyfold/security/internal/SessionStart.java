package tallyfold.security.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.stereotype.Component;

/** Writes down every session as it begins, whatever way the sign-in took. */
@Component
class SessionStart implements SessionAuthenticationStrategy {

    private static final int ADDRESS_LENGTH = 64;

    private final SessionRepository rows;
    private final LiveSessions live;
    private final SignInTransport transport;
    private final Clock clock;

    SessionStart(SessionRepository rows, LiveSessions live, SignInTransport transport, Clock clock) {
        this.rows = rows;
        this.live = live;
        this.transport = transport;
        this.clock = clock;
    }

    @Override
    public void onAuthentication(
            Authentication authentication, HttpServletRequest request, HttpServletResponse response) {
        if (authentication.getPrincipal() instanceof SignedInUser principal) {
            Instant now = clock.instant();
            rows.deleteUnusedSince(now.minus(SessionLimits.IDLE));
            String address = request.getRemoteAddr();
            rows.insert(
                    principal.session(),
                    principal.user().id(),
                    principal.since(),
                    address.length() > ADDRESS_LENGTH ? "" : address,
                    BrowserName.of(request.getHeader("User-Agent")),
                    transport.inTheClear(request));
            live.add(principal.session(), principal.user().id(), request.getSession());
        }
    }
}
