package tallyfold.security;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tallyfold.security.internal.UserRepository;

/** Users as the engine sees them; no user stands behind its thread. */
@Component
public class UserStore {

    private final UserRepository users;

    UserStore(UserRepository users) {
        this.users = users;
    }

    /** Everybody who may sign in, by name. */
    public List<User> enabled() {
        return users.list().stream().filter(User::enabled).toList();
    }

    /** Somebody who may sign in. */
    public Optional<User> enabled(UserId id) {
        return users.find(id).filter(User::enabled);
    }

    /** Where mail reaches somebody who may sign in; empty when nobody said. */
    public Optional<String> email(UserId id) {
        return enabled(id).flatMap(user -> users.email(user.id()));
    }
}
