package tallyfold.support;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import tallyfold.security.Role;
import tallyfold.security.User;
import tallyfold.security.UserId;
import tallyfold.security.internal.SignedInUser;

/** People for tests; they need not be in the database. */
public final class TestUsers {

    private TestUsers() {}

    /** A user; the same name gives the same id. */
    public static User user(Role role, String name) {
        UserId id = new UserId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
        return new User(id, name, name, role, true);
    }

    /** What the context holds while the user is signed in. */
    public static SecurityContext contextOf(User user) {
        return contextOf(user, false);
    }

    /** The same for somebody whose password somebody else may have chosen. */
    public static SecurityContext contextOf(User user, boolean passwordGiven) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new SignedInUser(user, Instant.EPOCH, passwordGiven).authentication());
        return context;
    }
}
