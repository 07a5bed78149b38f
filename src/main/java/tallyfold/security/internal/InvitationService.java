package tallyfold.security.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import tallyfold.audit.AuditEvent;
import tallyfold.security.User;
import tallyfold.security.UserRow;
import tallyfold.security.UserStatus;

/** One-time links as their holders use them; for anybody, because they cannot sign in yet. */
@Service
@PreAuthorize("permitAll()")
public class InvitationService {

    private final UserRepository users;
    private final PasswordLinkRepository links;
    private final PasswordChange change;
    private final PasswordPolicy policy;
    private final GuessThrottle throttle;
    private final Clock clock;

    InvitationService(
            UserRepository users,
            PasswordLinkRepository links,
            PasswordChange change,
            PasswordPolicy policy,
            GuessThrottle throttle,
            Clock clock) {
        this.users = users;
        this.links = links;
        this.change = change;
        this.policy = policy;
        this.throttle = throttle;
        this.clock = clock;
    }

    /**
     * Looks whether a link can be used.
     *
     * @param address where the request comes from
     */
    public LinkOutcome look(String token, String address) {
        return guessed(
                token,
                address,
                row -> new LinkOutcome.Open(
                        row.user().name(), row.user().displayName(), row.status() == UserStatus.INVITED));
    }

    /** Sets the password and uses the link up. */
    public LinkOutcome setPassword(String token, String password, String address) {
        return guessed(token, address, row -> set(row, token, password, address));
    }

    private LinkOutcome set(UserRow row, String token, String password, String address) {
        User user = row.user();
        Optional<PasswordPolicy.Weakness> weakness =
                policy.weakness(password, user.name()).or(() -> change.given(user, password));
        if (weakness.isPresent()) {
            return new LinkOutcome.WeakPassword(weakness.get());
        }
        String action = row.status() == UserStatus.INVITED ? "user.invitation-accepted" : "user.password-reset";
        AuditEvent event = new AuditEvent(
                user.name(), address, action, user.name(), AuditEvent.Outcome.SUCCESS, "by one-time link");
        if (change.byLink(user, OneTimeToken.hash(token), password, event).isEmpty()) {
            return new LinkOutcome.Unusable();
        }
        throttle.unblock(user.name());
        return new LinkOutcome.Done(user.name());
    }

    private LinkOutcome guessed(String token, String address, Function<UserRow, LinkOutcome> use) {
        Optional<Instant> blocked = throttle.guess(null, address);
        if (blocked.isPresent()) {
            return new LinkOutcome.Blocked(blocked.get());
        }
        Optional<UserRow> row =
                links.find(OneTimeToken.hash(token), clock.instant()).flatMap(id -> users.row(id, Instant.EPOCH));
        if (row.isEmpty()) {
            return new LinkOutcome.Unusable();
        }
        throttle.right(null, address);
        return use.apply(row.get());
    }
}
