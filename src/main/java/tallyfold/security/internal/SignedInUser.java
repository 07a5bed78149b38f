package tallyfold.security.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.user.OAuth2User;
import tallyfold.security.Role;
import tallyfold.security.SessionId;
import tallyfold.security.User;

/**
 * The principal of a session, whichever way the user came in.
 *
 * @param since when the user signed in
 * @param session by which the session can be ended
 */
public record SignedInUser(User user, Instant since, SessionId session) implements OAuth2User {

    /** A session of its own. */
    public SignedInUser(User user, Instant since) {
        this(user, since, new SessionId(UUID.randomUUID()));
    }

    @Override
    public String getName() {
        return user.name();
    }

    /** The roles that the user's own includes too, because Vaadin's check of views does not know the hierarchy. */
    @Override
    public List<GrantedAuthority> getAuthorities() {
        return user.role().included().stream()
                .map(Role::authority)
                .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                .toList();
    }

    /** Nothing of what a provider said is kept. */
    @Override
    public Map<String, Object> getAttributes() {
        return Map.of();
    }

    /** The authentication of this user. */
    public UsernamePasswordAuthenticationToken authentication() {
        return UsernamePasswordAuthenticationToken.authenticated(this, null, getAuthorities());
    }
}
