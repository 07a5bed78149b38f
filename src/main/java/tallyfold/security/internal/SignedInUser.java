package tallyfold.security.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import tallyfold.security.Role;
import tallyfold.security.SessionId;
import tallyfold.security.User;

/**
 * The principal of a session.
 *
 * @param since when the user signed in
 * @param session by which the session can be ended
 */
public record SignedInUser(User user, Instant since, SessionId session) implements AuthenticatedPrincipal {

    /** A session of its own. */
    public SignedInUser(User user, Instant since) {
        this(user, since, new SessionId(UUID.randomUUID()));
    }

    @Override
    public String getName() {
        return user.name();
    }

    /**
     * The authentication of this user. Carries the roles that the user's own includes too, because Vaadin's check of
     * views does not know the hierarchy.
     */
    public UsernamePasswordAuthenticationToken authentication() {
        List<GrantedAuthority> authorities = user.role().included().stream()
                .map(Role::authority)
                .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                .toList();
        return UsernamePasswordAuthenticationToken.authenticated(this, null, authorities);
    }
}
