package tallyfold.vault;

import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Optional;
import tallyfold.vault.internal.KeyInUse;
import tallyfold.vault.internal.Keyring;
import tallyfold.vault.internal.KeysForTests;
import tallyfold.vault.internal.MasterKey;

/** A vault that really seals, with a key of its own and neither file nor database. */
public final class VaultForTests {

    private VaultForTests() {}

    public static SecretVault create() {
        MasterKey key = KeysForTests.random();
        Keyring keyring = mock(Keyring.class);
        when(keyring.active()).thenReturn(key);
        when(keyring.byId(anyString()))
                .thenAnswer(call -> Optional.of(key).filter(held -> held.id().equals(call.getArgument(0))));
        KeyInUse inUse = mock(KeyInUse.class);
        when(inUse.lock()).thenReturn(Optional.of(key.id()));
        when(inUse.key()).thenReturn(key);
        return new SecretVault(keyring, inUse);
    }
}
