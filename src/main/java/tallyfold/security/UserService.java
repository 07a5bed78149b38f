package tallyfold.security;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tallyfold.audit.AuditEvent;
import tallyfold.audit.AuditLog;
import tallyfold.security.internal.Passwords;
import tallyfold.security.internal.ReadableCode;
import tallyfold.security.internal.UserNames;
import tallyfold.security.internal.UserRepository;

/** The users, for administrators. */
@Service
@PreAuthorize("hasRole('ADMINISTRATOR')")
public class UserService {

    private final UserRepository users;
    private final Passwords passwords;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();

    UserService(
            UserRepository users,
            Passwords passwords,
            AuditLog audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.users = users;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** All users, by name. */
    public List<User> list() {
        return users.list();
    }

    public long count() {
        return users.list().size();
    }

    public Optional<User> find(UserId id) {
        return users.find(id);
    }

    /** Whether somebody has this sign-in name, in whatever case. */
    public boolean exists(String name) {
        return users.findByName(name).isPresent();
    }

    /** Adds a user with a password made up here, which is answered once and not kept readable. */
    public AddUserResult add(String name, String displayName, Role role) {
        if (!UserNames.usable(name)) {
            return new AddUserResult.NameUnusable();
        }
        String password = ReadableCode.generate(random);
        String hash = passwords.hash(password);
        String shown = displayName.isBlank() ? UserNames.tidy(name) : UserNames.tidy(displayName);
        User user = new User(new UserId(UUID.randomUUID()), UserNames.tidy(name), shown, role, true);
        try {
            transaction.executeWithoutResult(_ -> {
                users.insert(user, hash, clock.instant());
                audit.record("user.added", user.name(), AuditEvent.Outcome.SUCCESS, role.label());
            });
        } catch (DuplicateKeyException taken) {
            return new AddUserResult.NameTaken();
        }
        return new AddUserResult.Added(user, password);
    }
}
