package tallyfold.security;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tallyfold.audit.AuditEvent;
import tallyfold.audit.AuditLog;
import tallyfold.security.internal.GuessThrottle;
import tallyfold.security.internal.Passwords;
import tallyfold.security.internal.ReadableCode;
import tallyfold.security.internal.UserRepository;

/** The way back in for somebody who has the server but not the password. */
@Component
public class PasswordReset {

    private final UserRepository users;
    private final Passwords passwords;
    private final GuessThrottle throttle;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();

    PasswordReset(
            UserRepository users,
            Passwords passwords,
            GuessThrottle throttle,
            AuditLog audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.users = users;
        this.passwords = passwords;
        this.throttle = throttle;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Gives a user a new random password, enables the account, and ends its sessions and the wait after wrong guesses.
     *
     * @return the new password, to be shown once
     * @throws IllegalArgumentException when nobody has this name; the message is fit to be shown
     */
    public String reset(String userName) {
        User user = users.findByName(userName)
                .orElseThrow(() -> new IllegalArgumentException("There is no user with this name"))
                .user();
        String password = ReadableCode.generate(random);
        String hash = passwords.hash(password);
        transaction.executeWithoutResult(_ -> {
            users.changePassword(user.id(), hash, clock.instant());
            audit.record("user.password-reset", user.name(), AuditEvent.Outcome.SUCCESS, "from the command line");
        });
        throttle.unblock(user.name());
        return password;
    }
}
