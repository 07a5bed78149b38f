package tallyfold.security.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import tallyfold.audit.AuditEvent;
import tallyfold.audit.AuditLog;
import tallyfold.security.User;
import tallyfold.security.internal.UserRepository.Credentials;

/** Decides whether a name and a password let somebody in. Same answer and same time whoever is asked for. */
@Component
class SignInProvider implements AuthenticationProvider {

    private static final String SIGNED_IN = "user.signed-in";
    /** In place of a name that nobody has. */
    static final String UNKNOWN = "unknown user";

    private final UserRepository users;
    private final Passwords passwords;
    private final GuessThrottle throttle;
    private final AuditLog audit;
    private final Clock clock;

    SignInProvider(UserRepository users, Passwords passwords, GuessThrottle throttle, AuditLog audit, Clock clock) {
        this.users = users;
        this.passwords = passwords;
        this.throttle = throttle;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String name = attempt.getName();
        String password = attempt.getCredentials() instanceof String typed ? typed : "";
        String address =
                attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        // One in the form of a password made here is right by 140 bits or never. It does not count for the account, so
        // that somebody who keeps guessing cannot keep out who has just got a new password on the server.
        String counted = ReadableCode.isOne(password) ? null : name;
        throttle.guess(counted, address).ifPresent(until -> {
            throw new SignInBlockedException(until);
        });
        Instant since = clock.instant();
        Optional<Credentials> known = UserNames.usable(name) ? users.findByName(name) : Optional.empty();
        boolean right;
        String hash = known.map(Credentials::passwordHash).orElse(null);
        if (hash != null) {
            right = passwords.matches(password, hash)
                    && known.orElseThrow().user().enabled();
        } else {
            passwords.compareWithNobody(password);
            right = false;
        }
        if (!right) {
            // What was typed for a name may be a password; only names that exist are written down.
            String subject = known.map(found -> found.user().name()).orElse(UNKNOWN);
            audit.record(event(AuditLog.SYSTEM, address, subject, AuditEvent.Outcome.REFUSED));
            throw new BadCredentialsException("Wrong name or password");
        }
        return welcome(known.orElseThrow(), String.valueOf(hash), password, address, since, attempt.getDetails());
    }

    private Authentication welcome(
            Credentials known, String hash, String password, String address, Instant since, @Nullable Object details) {
        User user = known.user();
        String name = user.name();
        throttle.right(name, address);
        if (passwords.outdated(hash)) {
            users.replaceHash(user.id(), hash, passwords.hash(password));
        }
        users.signedIn(user.id(), since);
        audit.record(event(name, address, name, AuditEvent.Outcome.SUCCESS));
        UsernamePasswordAuthenticationToken authentication =
                new SignedInUser(user, since, known.passwordGiven()).authentication();
        authentication.setDetails(details);
        return authentication;
    }

    private static AuditEvent event(String actor, String address, String subject, AuditEvent.Outcome outcome) {
        return new AuditEvent(actor, address, SIGNED_IN, subject, outcome, null);
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
