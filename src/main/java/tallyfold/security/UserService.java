package tallyfold.security;

import java.util.List;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import tallyfold.security.internal.UserRepository;

/** The users, for administrators. */
@Service
@PreAuthorize("hasRole('ADMINISTRATOR')")
public class UserService {

    private final UserRepository users;

    UserService(UserRepository users) {
        this.users = users;
    }

    /** All users, by name. */
    public List<User> list() {
        return users.list();
    }

    public Optional<User> find(UserId id) {
        return users.find(id);
    }

    /** Whether somebody has this sign-in name, in whatever case. */
    public boolean exists(String name) {
        return users.findByName(name).isPresent();
    }
}
