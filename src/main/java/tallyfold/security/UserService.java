package tallyfold.security;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tallyfold.audit.AuditEvent;
import tallyfold.audit.AuditLog;
import tallyfold.security.internal.AccountSessions;
import tallyfold.security.internal.Emails;
import tallyfold.security.internal.PasswordLinks;
import tallyfold.security.internal.UserChanges;
import tallyfold.security.internal.UserNames;
import tallyfold.security.internal.UserRepository;

/** The users, for administrators. */
@Service
@PreAuthorize("hasRole('ADMINISTRATOR')")
public class UserService {

    private final UserRepository users;
    private final PasswordLinks links;
    private final UserChanges changes;
    private final AccountSessions sessions;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    UserService(
            UserRepository users,
            PasswordLinks links,
            UserChanges changes,
            AccountSessions sessions,
            AuditLog audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.users = users;
        this.links = links;
        this.changes = changes;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** All users, by name. */
    public List<User> list() {
        return users.list();
    }

    /** All users with what administrators want to know of them, by name. */
    public List<UserRow> rows() {
        return users.rows(sessions.stillLive());
    }

    /** One user as {@link #rows} has it, looked up anew. */
    public Optional<UserRow> row(UserId id) {
        return users.row(id, sessions.stillLive());
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

    /** Adds a user who sets the password by a one-time link, which is answered once and not kept readable. */
    public InviteResult invite(UserDraft draft) {
        String name = UserNames.tidy(draft.name());
        if (!UserNames.usable(name)) {
            return new InviteResult.NameUnusable();
        }
        String displayName = draft.displayName().isBlank() ? name : UserNames.tidy(draft.displayName());
        if (!UserNames.usable(displayName)) {
            return new InviteResult.DisplayNameUnusable();
        }
        boolean nameIsAddress = name.indexOf('@') > 0 && Emails.usable(name);
        String email = draft.email().isBlank() && nameIsAddress ? name : draft.email();
        if (!Emails.usable(email)) {
            return new InviteResult.EmailUnusable();
        }
        User user = new User(new UserId(UUID.randomUUID()), name, displayName, draft.role(), true);
        try {
            PasswordLink link = transaction.execute(_ -> {
                users.invite(user, Emails.tidy(email), clock.instant());
                PasswordLink made = links.make(user.id());
                record("user.invited", user, draft.role().label());
                return made;
            });
            return new InviteResult.Invited(user, Objects.requireNonNull(link));
        } catch (DuplicateKeyException taken) {
            return new InviteResult.NameTaken();
        }
    }

    /**
     * Makes a one-time link by which a user sets a new password, or an invited one the first. The old password goes on
     * working until then.
     */
    public PasswordLinkResult makeLink(UserId id) {
        PasswordLinkResult result = transaction.execute(_ -> {
            UserRow row = users.lock(id).orElse(null);
            if (row == null) {
                return new PasswordLinkResult.Gone();
            }
            if (row.status() == UserStatus.DISABLED) {
                return new PasswordLinkResult.Disabled();
            }
            if (row.singleSignOn()) {
                return new PasswordLinkResult.SingleSignOn();
            }
            PasswordLink link = links.make(id);
            record("user.link-made", row.user(), null);
            return new PasswordLinkResult.Made(row.user(), link);
        });
        return Objects.requireNonNull(result);
    }

    /** Makes a user's one-time link useless. False when there is none any more. */
    public boolean withdrawLink(UserId id) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            User user = users.find(id).orElse(null);
            boolean withdrawn = user != null && links.withdraw(id);
            if (user != null && withdrawn) {
                record("user.link-withdrawn", user, null);
            }
            return withdrawn;
        }));
    }

    /** Removes a user who has not set a password yet. */
    public ChangeUserResult deleteInvitation(UserId id) {
        return changes.deleteInvitation(id);
    }

    /**
     * Changes what is said about a user. Another role ends the user's sessions at once.
     *
     * @param version of the row that was edited
     */
    public ChangeUserResult edit(UserId id, UserDraft draft, int version) {
        return changes.edit(id, draft, version);
    }

    /** Keeps a user from signing in, and ends the sessions and the one-time link at once. */
    public ChangeUserResult disable(UserId id) {
        return changes.enable(id, false);
    }

    /** Lets a disabled user sign in again. */
    public ChangeUserResult enable(UserId id) {
        return changes.enable(id, true);
    }

    /** Where a user is signed in, the latest first. */
    public List<UserSession> sessions(UserId id) {
        return sessions.list(id);
    }

    /** Ends one session of a user at once. False when it had ended already. */
    public boolean endSession(UserId id, SessionId session) {
        return sessions.end(id, session);
    }

    /**
     * Ends all sessions of a user at once; of one's own all but the one that asks.
     *
     * @return how many
     */
    public int signOutEverywhere(UserId id) {
        return sessions.endOthers(id);
    }

    /**
     * Ends all sessions of everybody at once, that of whoever asks too: under an attack it may be the stolen one. What asks
     * has to sign out itself, or ends within ten seconds.
     *
     * @return how many
     */
    public int signOutEverybody() {
        return sessions.endAll();
    }

    private void record(String action, User user, @Nullable String detail) {
        audit.record(action, user.name(), AuditEvent.Outcome.SUCCESS, detail);
    }
}
