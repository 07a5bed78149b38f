package tallyfold.security;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who is signed in on this thread. */
@Component
public class CurrentUser {

    public Optional<User> find() {
        throw new UnsupportedOperationException();
    }

    /**
     * The signed-in user.
     *
     * @throws org.springframework.security.access.AccessDeniedException when nobody is
     */
    public User require() {
        throw new UnsupportedOperationException();
    }

    public boolean is(Role role) {
        throw new UnsupportedOperationException();
    }
}
