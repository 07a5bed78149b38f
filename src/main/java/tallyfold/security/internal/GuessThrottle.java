package tallyfold.security.internal;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tallyfold.security.internal.ThrottleRule.Count;

/**
 * Limits guesses at passwords and set-up codes, for each account and each address. A guess is counted before it is
 * looked at, so that many at once do not slip through; a right one is taken back.
 *
 * <p>Names are counted whether or not somebody has them, so that nothing shows who exists.
 */
@Component
public class GuessThrottle {

    private static final int ATTEMPTS = 5;

    private final ThrottleRepository counts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public GuessThrottle(ThrottleRepository counts, PlatformTransactionManager transactions, Clock clock) {
        this.counts = counts;
        this.transaction = new TransactionTemplate(transactions);
        // A guess stays counted whatever becomes of the transaction around it.
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /**
     * Asks to let one guess through, and counts it.
     *
     * @param userName as typed; null for a guess that concerns no account
     * @param address where it comes from
     * @return empty when the guess may be looked at; else when to try again
     */
    public Optional<Instant> guess(@Nullable String userName, String address) {
        for (int attempt = 1; ; attempt++) {
            try {
                Optional<Instant> answer = transaction.execute(_ -> count(userName, address));
                return answer == null ? Optional.empty() : answer;
            } catch (DuplicateKeyException | PessimisticLockingFailureException e) {
                // Two first guesses at once: the other one made the row, so now it can be locked.
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** The guess was right: the account starts from nothing, the address gets its guess back. */
    public void right(@Nullable String userName, String address) {
        transaction.executeWithoutResult(_ -> {
            if (userName != null) {
                counts.delete(accountSubject(userName));
                forgive(hourSubject(userName));
            }
            forgive(addressSubject(address));
        });
    }

    private void forgive(String subject) {
        counts.lock(subject).map(ThrottleRule::forgive).ifPresent(count -> counts.update(subject, count));
    }

    /** Lets an account guess again at once. */
    public void unblock(String userName) {
        transaction.executeWithoutResult(_ -> {
            counts.delete(accountSubject(userName));
            counts.delete(hourSubject(userName));
        });
    }

    private Optional<Instant> count(@Nullable String userName, String address) {
        Instant now = clock.instant();
        counts.deleteOlderThan(now.minus(ThrottleRule.FORGOTTEN_AFTER));
        Subject account = userName == null ? null : Subject.lock(counts, accountSubject(userName), now);
        Subject hour = userName == null ? null : Subject.lock(counts, hourSubject(userName), now);
        Subject origin = Subject.lock(counts, addressSubject(address), now);
        Optional<Instant> blockedUntil = Stream.of(
                        Optional.ofNullable(account), Optional.ofNullable(hour), Optional.of(origin))
                .flatMap(Optional::stream)
                .map(Subject::before)
                .filter(count -> count.blockedAt(now))
                .map(Count::blockedUntil)
                .reduce(BinaryOperator.maxBy(Instant::compareTo));
        if (blockedUntil.isEmpty()) {
            if (account != null) {
                account.store(counts, ThrottleRule.countAccount(account.before(), now));
            }
            if (hour != null) {
                hour.store(counts, ThrottleRule.countHour(hour.before(), now));
            }
            origin.store(counts, ThrottleRule.countAddress(origin.before(), now));
        }
        return blockedUntil;
    }

    private record Subject(String key, Count before, boolean known) {

        static Subject lock(ThrottleRepository counts, String key, Instant now) {
            Optional<Count> count = counts.lock(key);
            return new Subject(key, count.orElseGet(() -> Count.none(now)), count.isPresent());
        }

        void store(ThrottleRepository counts, Count after) {
            if (known) {
                counts.update(key, after);
            } else {
                counts.insert(key, after);
            }
        }
    }

    private static String accountSubject(String userName) {
        return "account:" + hash(userName);
    }

    private static String hourSubject(String userName) {
        return "hour:" + hash(userName);
    }

    private static String hash(String userName) {
        try {
            byte[] name = UserNames.key(userName).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(name));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    /** One IPv6 customer has at least a /64, so that counts as one address. */
    static String addressSubject(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            byte[] bytes = parsed.getAddress();
            byte[] counted = parsed instanceof Inet6Address ? Arrays.copyOf(bytes, 8) : bytes;
            return "address:" + HexFormat.of().formatHex(counted);
        } catch (IllegalArgumentException notAnAddress) {
            return "address:unknown";
        }
    }
}
