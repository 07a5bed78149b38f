package tallyfold.security;

import java.util.Comparator;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import tallyfold.security.internal.UserRepository;

/** Who can be put in charge of something. */
@Service
@PreAuthorize("hasAnyRole('ADMINISTRATOR', 'PROJECT_MANAGER')")
public class ColleagueService {

    private final UserRepository users;

    ColleagueService(UserRepository users) {
        this.users = users;
    }

    /** Everybody who may sign in, by the name people read. */
    public List<Colleague> list() {
        return users.list().stream()
                .filter(User::enabled)
                .map(user -> new Colleague(user.id(), user.displayName()))
                .sorted(Comparator.comparing(Colleague::displayName, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }
}
