package tallyfold.security.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tallyfold.audit.AuditEvent;
import tallyfold.audit.AuditLog;
import tallyfold.security.SessionId;
import tallyfold.security.User;
import tallyfold.security.UserId;
import tallyfold.security.UserSession;

/** The sessions of an account: which there are, and how they end. */
@Component
public class AccountSessions {

    private final SessionRepository rows;
    private final LiveSessions live;
    private final UserRepository users;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    public AccountSessions(
            SessionRepository rows,
            LiveSessions live,
            UserRepository users,
            AuditLog audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.live = live;
        this.users = users;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** The session that asks; null where there is none. */
    public static @Nullable SessionId own() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedInUser principal
                ? principal.session()
                : null;
    }

    public List<UserSession> list(UserId user) {
        return rows.list(user, stillLive(), own());
    }

    /** Ends one session of a user, at once. False when it had ended already. */
    public boolean end(UserId user, SessionId id) {
        boolean there = Boolean.TRUE.equals(transaction.execute(_ -> {
            boolean deleted = rows.delete(id, user);
            if (deleted) {
                record("user.session-ended", user, null);
            }
            return deleted;
        }));
        if (there) {
            live.end(id);
        }
        return there;
    }

    /**
     * Ends all sessions of a user but the one that asks, at once.
     *
     * @return how many had not ended yet
     */
    public int endOthers(UserId user) {
        SessionId kept = own();
        Integer ended = transaction.execute(_ -> {
            int deleted = rows.deleteOthers(user, kept);
            record("user.signed-out-everywhere", user, Integer.toString(deleted));
            return deleted;
        });
        live.endOthers(user, kept);
        return ended == null ? 0 : ended;
    }

    /**
     * Ends all sessions of everybody at once. That of whoever asks is ended in the database and lives on in this process until
     * its next look there, so that the answer arrives.
     *
     * @return how many had not ended yet
     */
    public int endAll() {
        Integer ended = transaction.execute(_ -> {
            rows.deleteUnusedSince(stillLive());
            int deleted = rows.deleteAll();
            audit.record(
                    "user.everybody-signed-out", "everybody", AuditEvent.Outcome.SUCCESS, Integer.toString(deleted));
            return deleted;
        });
        live.endAllBut(own());
        return ended == null ? 0 : ended;
    }

    private void record(String action, UserId user, @Nullable String detail) {
        String name = users.find(user).map(User::name).orElse(user.toString());
        audit.record(action, name, AuditEvent.Outcome.SUCCESS, detail);
    }

    /** Ends the sessions that a change has ended in the database, when that is committed. */
    void endDeleted(UserId user) {
        live.endDeleted(user);
    }

    /** Whoever used a session last before this has left it. */
    public Instant stillLive() {
        return clock.instant().minus(SessionLimits.IDLE);
    }

    /** The session that asks goes on though the password is another one; in the transaction of that change. */
    void goOn() {
        SessionId own = own();
        if (own != null) {
            rows.prove(own, clock.instant());
        }
    }
}
