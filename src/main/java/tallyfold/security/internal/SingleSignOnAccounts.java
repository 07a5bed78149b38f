package tallyfold.security.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tallyfold.audit.AuditEvent;
import tallyfold.audit.AuditLog;
import tallyfold.security.Role;
import tallyfold.security.User;
import tallyfold.security.UserId;
import tallyfold.security.UserRow;

/**
 * Whom the provider has vouched for: finds the account by the provider's own key, makes it at the first sign-in, and gives
 * it the role of the claims at each. A name or an address that a local account has too means nothing.
 */
@Component
class SingleSignOnAccounts {

    /** What the audit log says of the way. */
    static final String WAY = "OpenID Connect";

    static final String SIGNED_IN = "user.signed-in";

    private static final int ATTEMPTS = 5;

    private record Decision(User user, SignInRefusal.@Nullable Reason refused) {}

    private final UserRepository users;
    private final IdentityRepository identities;
    private final SessionRepository rows;
    private final AccountSessions sessions;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ClaimedRole roles;

    SingleSignOnAccounts(
            UserRepository users,
            IdentityRepository identities,
            SessionRepository rows,
            AccountSessions sessions,
            AuditLog audit,
            Clock clock,
            PlatformTransactionManager transactions,
            SingleSignOnProperties properties) {
        this.users = users;
        this.identities = identities;
        this.rows = rows;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.roles = new ClaimedRole(properties);
    }

    /**
     * Lets somebody in.
     *
     * @param who checked already
     * @throws SingleSignOnException when they have no role here or are disabled
     */
    SignedInUser welcome(OidcUser who, String address) {
        Instant now = clock.instant();
        Decision decision = decide(who, address, now);
        sessions.endDeleted(decision.user().id());
        if (decision.refused() != null) {
            throw new SingleSignOnException(decision.refused(), decision.user().name(), null);
        }
        return new SignedInUser(decision.user(), now);
    }

    private Decision decide(OidcUser who, String address, Instant now) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Objects.requireNonNull(transaction.execute(_ -> decideOnce(who, address, now)));
            } catch (DuplicateKeyException e) {
                // The same person, or one of the same name, came for the first time at the same moment.
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private Decision decideOnce(OidcUser who, String address, Instant now) {
        String issuer = issuer(who);
        String subject = subject(who);
        Optional<Role> role = roles.of(who.getClaims());
        Optional<UserRow> known = identities.find(issuer, subject).flatMap(users::lock);
        if (known.isEmpty() && role.isEmpty()) {
            throw new SingleSignOnException(SignInRefusal.Reason.NO_ROLE, SignInProvider.UNKNOWN, null);
        }
        if (known.isPresent()) {
            User user = known.orElseThrow().user();
            if (!user.enabled()) {
                return new Decision(user, SignInRefusal.Reason.DISABLED);
            }
            if (role.isEmpty()) {
                // What the provider has taken away is not kept in another browser either.
                rows.deleteOthers(user.id(), null);
                return new Decision(user, SignInRefusal.Reason.NO_ROLE);
            }
        }
        User user = known.isPresent()
                ? inRole(known.orElseThrow().user(), role.orElseThrow(), address, now)
                : create(who, role.orElseThrow(), address, now);
        users.signedIn(user.id(), now);
        record(SIGNED_IN, user, address, WAY);
        return new Decision(user, null);
    }

    private User inRole(User user, Role role, String address, Instant now) {
        if (role == user.role()) {
            return user;
        }
        users.changeRole(user.id(), role, now);
        rows.deleteOthers(user.id(), null);
        record(
                "user.role-changed",
                user,
                address,
                "from " + user.role().label() + " to " + role.label() + ", by " + WAY);
        return new User(user.id(), user.name(), user.displayName(), role, true);
    }

    private User create(OidcUser who, Role role, String address, Instant now) {
        UserId id = new UserId(UUID.randomUUID());
        String name = freeName(wanted(who, id));
        String shown = who.getFullName();
        String displayName = shown != null && UserNames.usable(shown) ? UserNames.tidy(shown) : name;
        User user = new User(id, name, displayName, role, true);
        users.insertWithoutPassword(user, email(who), now);
        identities.insert(issuer(who), subject(who), id, now);
        record("user.created", user, address, role.label() + ", by " + WAY);
        return user;
    }

    private static String issuer(OidcUser who) {
        return Objects.requireNonNull(who.getClaimAsString(IdTokenClaimNames.ISS));
    }

    /** No token without one gets as far as this. */
    private static String subject(OidcUser who) {
        return Objects.requireNonNull(who.getSubject());
    }

    private static String wanted(OidcUser who, UserId id) {
        for (String name : new @Nullable String[] {who.getPreferredUsername(), who.getEmail()}) {
            if (name != null && UserNames.usable(name)) {
                return UserNames.tidy(name);
            }
        }
        return "user-" + id.value().toString().substring(0, 8);
    }

    private String freeName(String wanted) {
        String name = wanted;
        for (int number = 2; users.findByName(name).isPresent(); number++) {
            String end = "-" + number;
            int room = Math.min(wanted.length(), UserNames.MAX_LENGTH - end.length());
            // Half of a pair of characters is no text.
            boolean cutsPair = Character.isHighSurrogate(wanted.charAt(room - 1));
            name = wanted.substring(0, cutsPair ? room - 1 : room) + end;
        }
        return name;
    }

    private static @Nullable String email(OidcUser who) {
        String email = who.getEmail();
        boolean doubted = Boolean.FALSE.equals(who.getEmailVerified());
        return email == null || doubted || !Emails.usable(email) ? null : Emails.tidy(email);
    }

    private void record(String action, User user, String address, String detail) {
        audit.record(new AuditEvent(user.name(), address, action, user.name(), AuditEvent.Outcome.SUCCESS, detail));
    }
}
