package tallyfold.security;

import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import tallyfold.security.internal.SignedInUser;

/** Who is signed in on this thread. */
@Component
public class CurrentUser {

    public Optional<User> find() {
        return principal().map(SignedInUser::user);
    }

    private static Optional<SignedInUser> principal() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedInUser principal
                ? Optional.of(principal)
                : Optional.empty();
    }

    /**
     * The signed-in user.
     *
     * @throws AccessDeniedException when nobody is
     */
    public User require() {
        return find().orElseThrow(() -> new AccessDeniedException("Nobody is signed in"));
    }

    /** Whether somebody is signed in who may what the role may. */
    public boolean is(Role role) {
        return principal()
                .filter(principal -> !principal.passwordGiven())
                .map(principal -> principal.user().role().includes(role))
                .orElse(false);
    }

    /** Whether somebody is signed in with a password that somebody else chose; nothing is open to such a one. */
    public boolean hasGivenPassword() {
        return principal().map(SignedInUser::passwordGiven).orElse(false);
    }

    /** What the session knows of its user, after the user has changed it there or has chosen the password. */
    void renew(User user) {
        SecurityContext context = SecurityContextHolder.getContext();
        Authentication before = context.getAuthentication();
        if (before != null && before.getPrincipal() instanceof SignedInUser principal) {
            var renewed = principal.with(user).authentication();
            renewed.setDetails(before.getDetails());
            context.setAuthentication(renewed);
        }
    }
}
