package tallyfold.security.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tallyfold.audit.AuditEvent;
import tallyfold.audit.AuditLog;
import tallyfold.security.ChangeUserResult;
import tallyfold.security.Role;
import tallyfold.security.UserDraft;
import tallyfold.security.UserId;
import tallyfold.security.UserRow;

/**
 * Changes to users. All of them wait for each other on the rows of the administrators, so that two who disable each other
 * at the same time do not both succeed.
 */
@Component
public class UserChanges {

    private final UserRepository users;
    private final PasswordLinkRepository links;
    private final SessionRepository rows;
    private final AccountSessions sessions;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    public UserChanges(
            UserRepository users,
            PasswordLinkRepository links,
            SessionRepository rows,
            AccountSessions sessions,
            AuditLog audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.users = users;
        this.links = links;
        this.rows = rows;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** See {@code UserService.edit}. */
    public ChangeUserResult edit(UserId id, UserDraft draft, int version) {
        return ending(id, () -> {
            List<UserId> administrators = users.lockAdministrators();
            UserRow before = users.lock(id).orElse(null);
            if (before == null) {
                return new ChangeUserResult.Gone();
            }
            if (before.version() != version) {
                return new ChangeUserResult.Outdated();
            }
            String displayName =
                    draft.displayName().isBlank() ? before.user().name() : UserNames.tidy(draft.displayName());
            if (!UserNames.usable(displayName)) {
                return new ChangeUserResult.DisplayNameUnusable();
            }
            if (!Emails.usable(draft.email())) {
                return new ChangeUserResult.EmailUnusable();
            }
            Role role = before.user().role();
            if (draft.role() != role) {
                ChangeUserResult refusal = role == Role.ADMINISTRATOR
                        ? losing(id, administrators)
                        : own(id) ? new ChangeUserResult.OwnAccount() : null;
                if (refusal != null) {
                    refused("user.role-changed", before, refusal);
                    return refusal;
                }
            }
            String email = Emails.tidy(draft.email());
            describe(before, displayName, email);
            if (draft.role() != role) {
                users.changeRole(id, draft.role(), clock.instant());
                rows.deleteOthers(id, null);
                audit.record(
                        "user.role-changed",
                        before.user().name(),
                        AuditEvent.Outcome.SUCCESS,
                        "from " + role.label() + " to " + draft.role().label());
            }
            return new ChangeUserResult.Changed();
        });
    }

    /** The same for one's own name and address; false when they were changed elsewhere. In the caller's transaction. */
    public boolean describeOwn(UserId id, String displayName, String email, int version) {
        UserRow before = users.lock(id).orElse(null);
        if (before == null || before.version() != version) {
            return false;
        }
        describe(before, displayName, Emails.tidy(email));
        return true;
    }

    /** What people read about a user; in the caller's transaction. */
    private void describe(UserRow before, String displayName, @Nullable String email) {
        List<String> changed = new ArrayList<>();
        if (!displayName.equals(before.user().displayName())) {
            changed.add("name");
        }
        if (!Objects.equals(email, before.email())) {
            changed.add("e-mail");
        }
        if (!changed.isEmpty()) {
            users.describe(before.user().id(), displayName, email);
            audit.record("user.edited", before.user().name(), AuditEvent.Outcome.SUCCESS, String.join(", ", changed));
        }
    }

    /** Lets somebody sign in, or no more; see {@code UserService}. */
    public ChangeUserResult enable(UserId id, boolean enabled) {
        return ending(id, () -> {
            List<UserId> administrators = users.lockAdministrators();
            UserRow before = users.lock(id).orElse(null);
            if (before == null) {
                return new ChangeUserResult.Gone();
            }
            ChangeUserResult refusal = enabled ? null : losing(id, administrators);
            if (refusal != null) {
                refused("user.disabled", before, refusal);
                return refusal;
            }
            if (before.user().enabled() != enabled) {
                users.enable(id, enabled, clock.instant());
                if (!enabled) {
                    links.delete(id);
                    rows.deleteOthers(id, null);
                }
                audit.record(
                        enabled ? "user.enabled" : "user.disabled",
                        before.user().name(),
                        AuditEvent.Outcome.SUCCESS,
                        null);
            }
            return new ChangeUserResult.Changed();
        });
    }

    /** See {@code UserService.deleteInvitation}. */
    public ChangeUserResult deleteInvitation(UserId id) {
        try {
            return inTransaction(() -> {
                UserRow before = users.lock(id).orElse(null);
                if (before == null) {
                    return new ChangeUserResult.Gone();
                }
                if (!users.deleteInvited(id)) {
                    return new ChangeUserResult.NoInvitation();
                }
                audit.record("user.invitation-deleted", before.user().name(), AuditEvent.Outcome.SUCCESS, null);
                return new ChangeUserResult.Changed();
            });
        } catch (DataIntegrityViolationException named) {
            return new ChangeUserResult.InUse();
        }
    }

    private @Nullable ChangeUserResult losing(UserId id, List<UserId> administrators) {
        if (administrators.equals(List.of(id))) {
            return new ChangeUserResult.LastAdministrator();
        }
        return own(id) ? new ChangeUserResult.OwnAccount() : null;
    }

    private static boolean own(UserId id) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                && authentication.getPrincipal() instanceof SignedInUser principal
                && principal.user().id().equals(id);
    }

    /** Written down in the same transaction, which changes nothing else. */
    private void refused(String action, UserRow row, ChangeUserResult why) {
        audit.record(
                action,
                row.user().name(),
                AuditEvent.Outcome.REFUSED,
                why instanceof ChangeUserResult.OwnAccount ? "own account" : "last administrator");
    }

    /** Ends the sessions whose rows the change has deleted, when it is committed. */
    private ChangeUserResult ending(UserId id, Supplier<ChangeUserResult> change) {
        ChangeUserResult result = inTransaction(change);
        sessions.endDeleted(id);
        return result;
    }

    private ChangeUserResult inTransaction(Supplier<ChangeUserResult> change) {
        return Objects.requireNonNull(transaction.execute(_ -> change.get()));
    }
}
