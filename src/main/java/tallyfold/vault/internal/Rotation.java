package tallyfold.vault.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tallyfold.audit.AuditEvent;
import tallyfold.audit.AuditLog;
import tallyfold.kernel.Secret;
import tallyfold.uikit.Texts;
import tallyfold.vault.KeyProgress;
import tallyfold.vault.MasterKeyRefusedException;
import tallyfold.vault.RotationResult;
import tallyfold.vault.SealedSecret;
import tallyfold.vault.SealedSecretSource;
import tallyfold.vault.UnreadableSecretException;

/**
 * Replaces the master key: the new one becomes active in one transaction, in which the old one is kept sealed under it;
 * then the key files are exchanged, every secret is sealed anew, row by row, and the old key is retired. Whatever point it
 * is killed at, the next start or run goes on from what the database and the files say.
 */
@Component
public class Rotation {

    private static final Logger log = LoggerFactory.getLogger(Rotation.class);

    private final Keyring keyring;
    private final MasterKeySources keys;
    private final VaultKeyRepository known;
    private final ChainKeys chainKeys;
    private final EncryptedSettings settings;
    private final ObjectProvider<SealedSecretSource> sources;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Consumer<String> steps;
    private final ReentrantLock running = new ReentrantLock();

    @Autowired
    Rotation(
            Keyring keyring,
            MasterKeySources keys,
            VaultKeyRepository known,
            ChainKeys chainKeys,
            EncryptedSettings settings,
            ObjectProvider<SealedSecretSource> sources,
            AuditLog audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this(keyring, keys, known, chainKeys, settings, sources, audit, transactions, clock, _ -> {});
    }

    /** With somebody who hears of every step and may end the run there. */
    Rotation(
            Keyring keyring,
            MasterKeySources keys,
            VaultKeyRepository known,
            ChainKeys chainKeys,
            EncryptedSettings settings,
            ObjectProvider<SealedSecretSource> sources,
            AuditLog audit,
            PlatformTransactionManager transactions,
            Clock clock,
            Consumer<String> steps) {
        this.keyring = keyring;
        this.keys = keys;
        this.known = known;
        this.chainKeys = chainKeys;
        this.settings = settings;
        this.sources = sources;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.steps = steps;
    }

    public RotationResult run(KeyProgress progress) {
        return alone(() -> {
            MasterKey old = keyring.active();
            if (!known.leaving().isEmpty()) {
                return finish(old, progress, null, new TreeMap<>());
            }
            if (!keys.ownFileIsTheKey()) {
                return new RotationResult.Refused(Texts.of("vault.rotate.not-ours", old.origin()));
            }
            MasterKey next = keys.prepareNext();
            steps.accept("next key written");
            SortedMap<String, String> renewed = settings.renewed(old, next);
            switchKeys(old, next);
            steps.accept("switched");
            Path kept = keys.exchange(old, steps);
            MasterKey installed = keys.find().orElse(next);
            keyring.use(installed);
            return finish(installed, progress, kept, renewed);
        });
    }

    public RotationResult runFrom(Path file, KeyProgress progress) {
        return alone(() -> {
            MasterKeyFile oldFile = new MasterKeyFile(file);
            if (!oldFile.exists()) {
                return new RotationResult.Refused(Texts.of("vault.rotate.no-such-file", oldFile.path()));
            }
            MasterKey old = oldFile.read();
            Optional<MasterKey> found = keys.find();
            Optional<VaultKey> expected = known.active();
            if (found.isEmpty() || expected.isEmpty()) {
                return new RotationResult.Refused(
                        Texts.of(found.isEmpty() ? "vault.rotate.no-key" : "vault.rotate.nothing", keys.places()));
            }
            MasterKey next = found.get();
            if (MasterKeyCheck.fits(next, expected.get())) {
                if (known.leaving().isEmpty()) {
                    return new RotationResult.Refused(Texts.of("vault.rotate.in-use", next.id(), next.origin()));
                }
                keyring.active();
                keyring.hold(old);
                return finish(next, progress, putAside(oldFile, old), new TreeMap<>());
            }
            if (!MasterKeyCheck.fits(old, expected.get())) {
                return new RotationResult.Refused(Texts.of(
                        "vault.rotate.wrong-old",
                        oldFile.path(),
                        old.id(),
                        expected.get().keyId()));
            }
            keyring.use(old);
            SortedMap<String, String> renewed = settings.renewed(old, next);
            switchKeys(old, next);
            steps.accept("switched");
            keyring.use(next);
            return finish(next, progress, putAside(oldFile, old), renewed);
        });
    }

    /** Finishes what an earlier run was cut off in; does nothing otherwise. */
    void goOn() {
        MasterKey active = keyring.active();
        if (!known.leaving().isEmpty()
                && alone(() -> finish(active, KeyProgress.UNHEARD, null, new TreeMap<>()))
                        instanceof RotationResult.Rotated done) {
            log.info("Finished a change of the master key to {}: {} tokens sealed anew", done.keyId(), done.resealed());
        }
    }

    private interface Run {
        RotationResult get();
    }

    private RotationResult alone(Run run) {
        if (!running.tryLock()) {
            return new RotationResult.Refused(Texts.of("vault.rotate.running"));
        }
        try {
            return run.get();
        } finally {
            running.unlock();
        }
    }

    private void switchKeys(MasterKey old, MasterKey next) {
        keyring.hold(old);
        keyring.hold(next);
        transaction.executeWithoutResult(_ -> {
            // First the key, then the end of the chain: in this order everybody else takes them, too.
            if (!known.lockActive().filter(old.id()::equals).isPresent()) {
                throw new MasterKeyRefusedException(Texts.of("vault.rotate.overtaken"));
            }
            chainKeys.passOn(old, next, audit.holdEnd());
            known.leave(old.id(), LeavingKey.seal(next, old).text());
            known.activate(next, clock.instant());
            record("vault.key-rotation-begun", next, "in place of master key " + old.id());
            steps.accept("about to switch");
        });
    }

    private RotationResult finish(
            MasterKey active, KeyProgress progress, @Nullable Path kept, SortedMap<String, String> renewed) {
        List<String> unreadable = new ArrayList<>();
        int resealed = resealAll(active, progress, unreadable);
        steps.accept("all sealed anew");
        List<String> replaced = new ArrayList<>();
        transaction.executeWithoutResult(_ -> {
            for (VaultKey leaving : known.leaving()) {
                if (keyring.byId(leaving.keyId()).isPresent()) {
                    known.retire(leaving.keyId(), clock.instant());
                    replaced.add(leaving.keyId());
                }
            }
            record(
                    "vault.key-rotated",
                    active,
                    "in place of " + String.join(", ", replaced) + "; " + resealed + " tokens sealed anew, "
                            + unreadable.size() + " did not open");
            steps.accept("about to retire");
        });
        steps.accept("retired");
        return new RotationResult.Rotated(
                List.copyOf(replaced), active.id(), resealed, List.copyOf(unreadable), kept, renewed);
    }

    private int resealAll(MasterKey active, KeyProgress progress, List<String> unreadable) {
        int resealed = 0;
        boolean overtaken = true;
        while (overtaken) {
            overtaken = false;
            unreadable.clear();
            for (SealedSecretSource source : sources.stream().toList()) {
                List<SealedSecretSource.Entry> others = source.entries().stream()
                        .filter(entry -> !Sealing.keyId(entry.sealed())
                                .filter(active.id()::equals)
                                .isPresent())
                        .toList();
                for (SealedSecretSource.Entry entry : others) {
                    SealedSecret anew = resealed(active, entry);
                    if (anew == null) {
                        unreadable.add(entry.label());
                    } else if (source.replace(entry.row(), entry.sealed(), anew)) {
                        resealed++;
                        steps.accept("row " + resealed);
                    } else {
                        overtaken = true;
                    }
                    progress.told(Math.min(others.size(), resealed + unreadable.size()), others.size());
                }
            }
        }
        return resealed;
    }

    private @Nullable SealedSecret resealed(MasterKey active, SealedSecretSource.Entry entry) {
        Optional<MasterKey> key = Sealing.keyId(entry.sealed()).flatMap(keyring::byId);
        if (key.isEmpty()) {
            return null;
        }
        try (Secret secret = Sealing.open(key.get(), entry.sealed(), entry.binding())) {
            return Sealing.seal(active, secret, entry.binding());
        } catch (UnreadableSecretException _) {
            return null;
        }
    }

    /** The old key would disagree with the new one at the next start if it stayed where keys are looked for. */
    private @Nullable Path putAside(MasterKeyFile file, MasterKey old) {
        return file.path().equals(keys.ownFile()) && Files.exists(file.path()) ? keys.putAside(old) : null;
    }

    private void record(String action, MasterKey key, String detail) {
        audit.record(action, "master key " + key.id(), AuditEvent.Outcome.SUCCESS, detail);
    }
}
