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
 * @param passwordGiven whether somebody else chose the password; then nothing is open until the user has chosen one
 */
public record SignedInUser(User user, Instant since, SessionId session, boolean passwordGiven) implements OAuth2User {

    /** What a session with a given password may do in place of everything else, as {@code hasRole} spells it. */
    public static final String CHOOSE_PASSWORD = "CHOOSE_PASSWORD";

    /** A session of its own. */
    public SignedInUser(User user, Instant since) {
        this(user, since, false);
    }

    /** A session of its own. */
    public SignedInUser(User user, Instant since, boolean passwordGiven) {
        this(user, since, new SessionId(UUID.randomUUID()), passwordGiven);
    }

    /** The same session with what is known of its user now, whose password is the user's own. */
    public SignedInUser with(User renewed) {
        return new SignedInUser(renewed, since, session, false);
    }

    @Override
    public String getName() {
        return user.name();
    }

    /** The roles that the user's own includes too, because Vaadin's check of views does not know the hierarchy. */
    @Override
    public List<GrantedAuthority> getAuthorities() {
        if (passwordGiven) {
            return List.of(new SimpleGrantedAuthority("ROLE_" + CHOOSE_PASSWORD));
        }
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
