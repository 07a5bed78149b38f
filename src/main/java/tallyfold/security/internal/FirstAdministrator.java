package tallyfold.security.internal;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tallyfold.audit.AuditEvent;
import tallyfold.audit.AuditLog;
import tallyfold.security.Role;
import tallyfold.security.User;
import tallyfold.security.UserId;

/** Creates the first administrator: by code, from the configuration, or for the demonstration. Once. */
@Component
class FirstAdministrator {

    private final UserRepository users;
    private final SetupCode code;
    private final Passwords passwords;
    private final PasswordPolicy policy;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FirstAdministrator(
            UserRepository users,
            SetupCode code,
            Passwords passwords,
            PasswordPolicy policy,
            AuditLog audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.users = users;
        this.code = code;
        this.passwords = passwords;
        this.policy = policy;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    boolean needed() {
        return users.isEmpty();
    }

    /** Creates the administrator if the code is right. */
    SetupOutcome create(SetupDraft draft, String address) {
        if (!needed()) {
            return new SetupOutcome.TooLate();
        }
        if (!code.matches(draft.code())) {
            audit.record(event(address, "setup code", AuditEvent.Outcome.REFUSED, null));
            return new SetupOutcome.WrongCode();
        }
        return refusal(draft).orElseGet(() -> {
            User user = user(draft);
            String hash = passwords.hash(draft.password());
            Boolean won = transaction.execute(_ -> {
                // Whoever takes the code out wins; the row makes the other one wait until it is gone.
                if (!code.use(draft.code()) || !users.isEmpty()) {
                    return false;
                }
                users.insert(user, hash, clock.instant());
                audit.record(event(address, user.name(), AuditEvent.Outcome.SUCCESS, "with the set-up code"));
                return true;
            });
            if (!Boolean.TRUE.equals(won)) {
                return new SetupOutcome.TooLate();
            }
            code.forget();
            return new SetupOutcome.Created();
        });
    }

    /** Creates the administrator without a code, at start, unless there is a user already. */
    SetupOutcome createUnattended(SetupDraft draft, String how) {
        return refusal(draft).orElseGet(() -> {
            String hash = passwords.hash(draft.password());
            Boolean created = transaction.execute(_ -> {
                if (!users.isEmpty()) {
                    return false;
                }
                User user = user(draft);
                users.insert(user, hash, clock.instant());
                audit.record(event(null, user.name(), AuditEvent.Outcome.SUCCESS, how));
                return true;
            });
            return Boolean.TRUE.equals(created) ? new SetupOutcome.Created() : new SetupOutcome.TooLate();
        });
    }

    private Optional<SetupOutcome> refusal(SetupDraft draft) {
        if (!UserNames.usable(draft.name()) || !UserNames.usable(draft.displayName())) {
            return Optional.of(new SetupOutcome.UnusableName());
        }
        return policy.weakness(draft.password(), draft.name()).map(SetupOutcome.WeakPassword::new);
    }

    private static User user(SetupDraft draft) {
        return new User(
                new UserId(UUID.randomUUID()),
                UserNames.tidy(draft.name()),
                UserNames.tidy(draft.displayName()),
                Role.ADMINISTRATOR,
                true);
    }

    private static AuditEvent event(
            @Nullable String address, String subject, AuditEvent.Outcome outcome, @Nullable String detail) {
        return new AuditEvent(AuditLog.SYSTEM, address, "user.first-administrator-created", subject, outcome, detail);
    }
}
