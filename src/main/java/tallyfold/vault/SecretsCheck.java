package tallyfold.vault;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tallyfold.vault.internal.Keyring;
import tallyfold.vault.internal.MasterKey;
import tallyfold.vault.internal.Sealing;
import tallyfold.vault.internal.VaultOpening;

/** Tries every sealed secret and says which ones do not open. */
@Component
public class SecretsCheck {

    private final Keyring keyring;
    private final VaultOpening opening;
    private final ObjectProvider<SealedSecretSource> sources;

    SecretsCheck(Keyring keyring, VaultOpening opening, ObjectProvider<SealedSecretSource> sources) {
        this.keyring = keyring;
        this.opening = opening;
        this.sources = sources;
    }

    /** Opens and forgets each secret in turn; changes nothing. */
    public SecretsReport run() {
        return run(KeyProgress.UNHEARD);
    }

    /** The same, telling how far it is. */
    public SecretsReport run(KeyProgress progress) {
        MasterKey key = null;
        String problem = null;
        try {
            key = keyring.active();
        } catch (MasterKeyRefusedException e) {
            problem = e.getMessage();
        }
        TreeMap<String, Long> sealedByKey = new TreeMap<>();
        List<String> unreadable = new ArrayList<>();
        List<SealedSecretSource.Entry> entries =
                sources.stream().flatMap(source -> source.entries().stream()).toList();
        long done = 0;
        for (SealedSecretSource.Entry entry : entries) {
            sealedByKey.merge(Sealing.keyId(entry.sealed()).orElse("?"), 1L, Long::sum);
            if (key == null || !opens(key, entry)) {
                unreadable.add(entry.label());
            }
            progress.told(++done, entries.size());
        }
        return new SecretsReport(describe(key), problem, sealedByKey, List.copyOf(unreadable));
    }

    /**
     * Drops all tokens if, and only if, the start was asked to and the master key does not fit them.
     *
     * @return how many were dropped; empty when the key fits and nothing had to be
     */
    public OptionalInt forgetTokens() {
        return opening.open();
    }

    private static @Nullable String describe(@Nullable MasterKey key) {
        return key == null ? null : key.id() + " (" + key.origin() + ")";
    }

    private boolean opens(MasterKey active, SealedSecretSource.Entry entry) {
        String keyId = Sealing.keyId(entry.sealed()).orElse("");
        MasterKey key = keyId.equals(active.id()) ? active : keyring.byId(keyId).orElse(active);
        try (var _ = Sealing.open(key, entry.sealed(), entry.binding())) {
            return true;
        } catch (UnreadableSecretException _) {
            return false;
        }
    }
}
