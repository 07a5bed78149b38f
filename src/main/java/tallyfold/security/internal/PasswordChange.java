package tallyfold.security.internal;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tallyfold.audit.AuditEvent;
import tallyfold.audit.AuditLog;
import tallyfold.security.SessionId;
import tallyfold.security.User;
import tallyfold.security.UserId;

/** Stores new passwords; with each one the sessions of its user end at once. */
@Component
public class PasswordChange {

    private final UserRepository users;
    private final PasswordLinkRepository links;
    private final SessionRepository rows;
    private final AccountSessions sessions;
    private final Passwords passwords;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    public PasswordChange(
            UserRepository users,
            PasswordLinkRepository links,
            SessionRepository rows,
            AccountSessions sessions,
            Passwords passwords,
            AuditLog audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.users = users;
        this.links = links;
        this.rows = rows;
        this.sessions = sessions;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** By the user, signed in: the session that asks goes on. */
    public void own(User user, String password) {
        String hash = passwords.hash(password);
        transaction.executeWithoutResult(_ -> {
            users.changePassword(user.id(), hash, clock.instant());
            endSessions(user.id(), AccountSessions.own());
            sessions.goOn();
            audit.record("user.password-changed", user.name(), AuditEvent.Outcome.SUCCESS, null);
        });
        sessions.endDeleted(user.id());
    }

    /** What is wrong with a password that somebody else chose for a user, who has to choose another; empty for any other. */
    public Optional<PasswordPolicy.Weakness> given(User user, String password) {
        return users.findByName(user.name())
                .filter(known -> known.passwordGiven()
                        && known.passwordHash() != null
                        && passwords.matches(password, known.passwordHash()))
                .map(_ -> PasswordPolicy.Weakness.GIVEN);
    }

    /** By an operator of the server: not the user's own choice, who has to choose another after the sign-in. */
    public void fromCommandLine(User user, String hash) {
        transaction.executeWithoutResult(_ -> {
            users.givePassword(user.id(), hash, clock.instant());
            endSessions(user.id(), null);
            audit.record("user.password-reset", user.name(), AuditEvent.Outcome.SUCCESS, "from the command line");
        });
        sessions.endDeleted(user.id());
    }

    /** By the holder of a one-time link, which is used up. Empty when it cannot be used any more. */
    Optional<User> byLink(User user, String tokenHash, String password, AuditEvent event) {
        String hash = passwords.hash(password);
        Boolean used = transaction.execute(_ -> {
            // Asked again under the lock: the link may have been used, or its user disabled, while the hash was made.
            boolean usable =
                    users.lock(user.id()).filter(row -> row.user().enabled()).isPresent()
                            && links.find(tokenHash, clock.instant()).isPresent()
                            && links.use(tokenHash);
            if (usable) {
                users.changePassword(user.id(), hash, clock.instant());
                endSessions(user.id(), null);
                audit.record(event);
            }
            return usable;
        });
        sessions.endDeleted(user.id());
        return Boolean.TRUE.equals(used) ? Optional.of(user) : Optional.empty();
    }

    private void endSessions(UserId user, @Nullable SessionId kept) {
        links.delete(user);
        rows.deleteOthers(user, kept);
    }
}
