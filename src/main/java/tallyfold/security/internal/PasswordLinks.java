package tallyfold.security.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import tallyfold.security.PasswordLink;
import tallyfold.security.UserId;

/** Makes one-time links and takes them back. */
@Component
public class PasswordLinks {

    /** Below the root of the product, with the token behind. */
    public static final String PATH = "invite/";

    static final Duration LIFETIME = Duration.ofDays(3);

    private final PasswordLinkRepository links;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public PasswordLinks(PasswordLinkRepository links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    /** A new link, in place of the one there was; in the caller's transaction. */
    public PasswordLink make(UserId user) {
        String token = OneTimeToken.generate(random);
        Instant expiresAt = clock.instant().plus(LIFETIME);
        links.replace(user, OneTimeToken.hash(token), expiresAt);
        return new PasswordLink(PATH + token, expiresAt);
    }

    /** False when there was none. */
    public boolean withdraw(UserId user) {
        return links.delete(user);
    }
}
