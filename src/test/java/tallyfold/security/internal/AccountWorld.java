package tallyfold.security.internal;

import java.util.UUID;
import tallyfold.audit.AuditLog;
import tallyfold.security.SessionId;
import tallyfold.security.User;
import tallyfold.support.Databases;
import tallyfold.support.MutableClock;

/** The parts that change accounts and their sessions, on a database of a test. */
public final class AccountWorld {

    final UserRepository users;
    final PasswordLinkRepository links;
    final SessionRepository rows;
    final LiveSessions live;
    final AccountSessions sessions;
    private final PasswordChange change;
    final PasswordLinks passwordLinks;
    final UserChanges changes;
    final InvitationService invitations;
    private final MutableClock clock;

    public AccountWorld(
            Databases database, MutableClock clock, Passwords passwords, GuessThrottle throttle, AuditLog audit) {
        this.clock = clock;
        users = new UserRepository(database.jdbc());
        links = new PasswordLinkRepository(database.jdbc());
        rows = new SessionRepository(database.jdbc());
        live = new LiveSessions(rows);
        sessions = new AccountSessions(rows, live, users, audit, clock, database.transactions());
        change = new PasswordChange(users, links, rows, sessions, passwords, audit, clock, database.transactions());
        passwordLinks = new PasswordLinks(links, clock);
        changes = new UserChanges(users, links, rows, sessions, audit, clock, database.transactions());
        invitations = new InvitationService(users, links, change, new PasswordPolicy(), throttle, clock);
    }

    public PasswordChange passwordChange() {
        return change;
    }

    public PasswordLinks passwordLinks() {
        return passwordLinks;
    }

    public UserChanges changes() {
        return changes;
    }

    public AccountSessions sessions() {
        return sessions;
    }

    public InvitationService invitations() {
        return invitations;
    }

    /** As a sign-in does. */
    public SessionId signIn(User user) {
        return signIn(user, new SessionId(UUID.randomUUID()));
    }

    /** The same with a known id. */
    public SessionId signIn(User user, SessionId id) {
        rows.insert(id, user.id(), clock.instant(), "192.0.2.1", "Firefox on Windows", false);
        return id;
    }

    public boolean holds(SessionId id) {
        return rows.holds(id);
    }
}
