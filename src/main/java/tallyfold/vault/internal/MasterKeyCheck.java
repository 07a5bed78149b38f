package tallyfold.vault.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tallyfold.uikit.Texts;
import tallyfold.vault.MasterKeyRefusedException;
import tallyfold.vault.SealedSecret;
import tallyfold.vault.SealedSecretSource;

/**
 * Decides at start whether the master key found is the one this database was sealed with. A key is generated only where
 * nothing was ever sealed; tokens are dropped only on the operator's word, and only when they cannot be opened any more.
 */
@Component
class MasterKeyCheck {

    static final String FORGET_PROPERTY = "tallyfold.vault.forget-tokens";
    private static final DateTimeFormatter SINCE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final MasterKeySources keys;
    private final VaultKeyRepository known;
    private final ObjectProvider<SealedSecretSource> secrets;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final boolean mayForget;

    MasterKeyCheck(
            MasterKeySources keys,
            VaultKeyRepository known,
            ObjectProvider<SealedSecretSource> secrets,
            PlatformTransactionManager transactions,
            Clock clock,
            Environment environment) {
        this.keys = keys;
        this.known = known;
        this.secrets = secrets;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.mayForget = environment.getProperty(FORGET_PROPERTY, Boolean.class, false);
    }

    KeyOutcome run() {
        Optional<MasterKey> found = keys.find();
        Optional<VaultKey> expected = known.active();
        if (found.isPresent() && expected.isPresent() && fits(found.get(), expected.get())) {
            return new KeyOutcome(found.get(), OptionalInt.empty());
        }
        if (found.isPresent() && expected.isPresent()) {
            Optional<MasterKey> exchanged =
                    keys.finishExchange(found.get(), expected.get().keyId());
            if (exchanged.isPresent() && fits(exchanged.get(), expected.get())) {
                return new KeyOutcome(exchanged.get(), OptionalInt.empty());
            }
        }
        long sealed = secrets.stream().mapToLong(SealedSecretSource::count).sum();
        if (expected.isEmpty() && sealed == 0) {
            return new KeyOutcome(adopt(found.orElseGet(keys::generate)), OptionalInt.empty());
        }
        if (mayForget) {
            return forget(found);
        }
        throw new MasterKeyRefusedException(refusal(found.orElse(null), expected.orElse(null), sealed));
    }

    /** Replaced keys that something may still be sealed with. */
    List<MasterKey> leaving(MasterKey active) {
        return known.leaving().stream()
                .flatMap(key -> {
                    String wrapped = key.wrapped();
                    return wrapped == null
                            ? Stream.empty()
                            : LeavingKey.open(active, key.keyId(), new SealedSecret(wrapped)).stream();
                })
                .toList();
    }

    /** The key of that id, if the database has meanwhile gone over to it and it is in place here. */
    Optional<MasterKey> newcomer(String keyId) {
        return known.active()
                .filter(active -> active.keyId().equals(keyId))
                .flatMap(active -> keys.find().filter(key -> fits(key, active)));
    }

    static boolean fits(MasterKey found, VaultKey expected) {
        return found.id().equals(expected.keyId()) && found.fits(expected.checkValue());
    }

    private MasterKey adopt(MasterKey key) {
        try {
            transaction.executeWithoutResult(_ -> known.activate(key, clock.instant()));
            return key;
        } catch (DuplicateKeyException _) {
            // Another node on the same database was faster; only the same key may go on beside it.
            VaultKey other = known.active().orElseThrow();
            if (fits(key, other)) {
                return key;
            }
            throw new MasterKeyRefusedException(refusal(key, other, 0));
        }
    }

    private KeyOutcome forget(Optional<MasterKey> found) {
        MasterKey key = found.orElseGet(keys::generate);
        int dropped = transaction.<Integer>execute(_ -> {
            int count = secrets.stream().mapToInt(SealedSecretSource::forgetAll).sum();
            Instant now = clock.instant();
            known.retireActive(now);
            known.activate(key, now);
            return count;
        });
        return new KeyOutcome(key, OptionalInt.of(dropped));
    }

    private String refusal(@Nullable MasterKey found, @Nullable VaultKey expected, long sealed) {
        String headline = Texts.of(found == null ? "vault.refused.missing" : "vault.refused.wrong");
        String expectedLine = expected == null
                ? Texts.of("vault.refused.expected-unknown")
                : Texts.of(
                        "vault.refused.expected",
                        expected.keyId(),
                        SINCE.format(expected.createdAt()),
                        expected.origin());
        String foundLine = found == null
                ? Texts.of("vault.refused.found-none", keys.places())
                : Texts.of("vault.refused.found", found.id(), found.origin());
        return String.join(
                "\n",
                headline,
                expectedLine,
                foundLine,
                Texts.of("vault.refused.sealed", Long.toString(sealed)),
                Texts.of("vault.refused.remedies", expected == null ? keys.ownFile() : expected.origin()));
    }
}
