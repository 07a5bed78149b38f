package tallyfold.security;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tallyfold.audit.AuditEvent;
import tallyfold.audit.AuditLog;
import tallyfold.security.internal.AccountSessions;
import tallyfold.security.internal.Emails;
import tallyfold.security.internal.GuessThrottle;
import tallyfold.security.internal.PasswordChange;
import tallyfold.security.internal.PasswordPolicy;
import tallyfold.security.internal.Passwords;
import tallyfold.security.internal.SignedInUser;
import tallyfold.security.internal.UserChanges;
import tallyfold.security.internal.UserNames;
import tallyfold.security.internal.UserRepository;

/** One's own account, for everybody who is signed in. */
@Service
@PreAuthorize("hasRole('VIEWER')")
public class ProfileService {

    private static final String CHANGED = "user.password-changed";

    private final CurrentUser current;
    private final UserRepository users;
    private final UserChanges changes;
    private final PasswordChange passwordChange;
    private final Passwords passwords;
    private final PasswordPolicy policy;
    private final GuessThrottle throttle;
    private final AccountSessions sessions;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    ProfileService(
            CurrentUser current,
            UserRepository users,
            UserChanges changes,
            PasswordChange passwordChange,
            Passwords passwords,
            PasswordPolicy policy,
            GuessThrottle throttle,
            AccountSessions sessions,
            AuditLog audit,
            PlatformTransactionManager transactions) {
        this.current = current;
        this.users = users;
        this.changes = changes;
        this.passwordChange = passwordChange;
        this.passwords = passwords;
        this.policy = policy;
        this.throttle = throttle;
        this.sessions = sessions;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * One's own account as it is now.
     *
     * @throws AccessDeniedException when there is none any more
     */
    public UserRow me() {
        return users.row(current.require().id(), sessions.stillLive())
                .orElseThrow(() -> new AccessDeniedException("The account is gone"));
    }

    /**
     * Changes the name people read and the mail address.
     *
     * @param displayName blank for the sign-in name
     * @param email blank for none
     * @param version of what was edited
     */
    public ProfileResult save(String displayName, String email, int version) {
        String shown = displayName.isBlank() ? current.require().name() : UserNames.tidy(displayName);
        if (!UserNames.usable(shown)) {
            return new ProfileResult.DisplayNameUnusable();
        }
        if (!Emails.usable(email)) {
            return new ProfileResult.EmailUnusable();
        }
        Boolean saved =
                transaction.execute(_ -> changes.describeOwn(current.require().id(), shown, email, version));
        if (!Boolean.TRUE.equals(saved)) {
            return new ProfileResult.Outdated();
        }
        current.renew(me().user());
        return new ProfileResult.Saved();
    }

    /**
     * Changes one's own password. The session that asks goes on, all others end at once.
     *
     * @param address where the request comes from; wrong passwords count as they do at the sign-in
     */
    public ProfileResult changePassword(String before, String after, String address) {
        User user = current.require();
        Optional<Instant> blocked = throttle.guess(user.name(), address);
        if (blocked.isPresent()) {
            return new ProfileResult.Blocked(blocked.get());
        }
        String hash = users.findByName(user.name())
                .map(UserRepository.Credentials::passwordHash)
                .orElse(null);
        if (hash == null || !passwords.matches(before, hash)) {
            audit.record(CHANGED, user.name(), AuditEvent.Outcome.REFUSED, "wrong current password");
            return new ProfileResult.WrongPassword();
        }
        throttle.right(user.name(), address);
        Optional<PasswordPolicy.Weakness> weakness = policy.weakness(after, user.name());
        if (weakness.isPresent()) {
            return new ProfileResult.WeakPassword(
                    weakness.get().textKey(), weakness.get().limit());
        }
        passwordChange.own(user, after);
        return new ProfileResult.Saved();
    }

    /**
     * Puts a password of one's own in place of one that somebody else chose, with which this session began. From then on it is
     * a session like any other; all others end at once.
     */
    @PreAuthorize("hasRole('" + SignedInUser.CHOOSE_PASSWORD + "')")
    public ProfileResult choosePassword(String password) {
        User user = current.require();
        Optional<PasswordPolicy.Weakness> weakness =
                policy.weakness(password, user.name()).or(() -> passwordChange.given(user, password));
        if (weakness.isPresent()) {
            return new ProfileResult.WeakPassword(
                    weakness.get().textKey(), weakness.get().limit());
        }
        passwordChange.own(user, password);
        current.renew(user);
        return new ProfileResult.Saved();
    }

    /** Where one is signed in, the latest first. */
    public List<UserSession> sessions() {
        return sessions.list(current.require().id());
    }

    /** Ends one of one's own sessions at once. False when it had ended already. */
    public boolean endSession(SessionId session) {
        return sessions.end(current.require().id(), session);
    }

    /**
     * Ends all of one's own sessions but the one that asks, at once.
     *
     * @return how many
     */
    public int signOutElsewhere() {
        return sessions.endOthers(current.require().id());
    }
}
