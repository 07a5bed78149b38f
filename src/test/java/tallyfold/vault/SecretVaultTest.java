package tallyfold.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import tallyfold.kernel.Secret;

class SecretVaultTest {

    private final SealBinding binding = new SealBinding("connection", UUID.randomUUID(), "cloud", "fabrikam");

    @Test
    void opensWhatItSealed() {
        SecretVault vault = VaultForTests.create();
        Secret token = Secret.of("a token");

        assertThat(vault.open(vault.seal(token, binding), binding)).isEqualTo(token);
    }

    @Test
    void doesNotOpenWhatAnotherKeySealed() {
        SealedSecret foreign = VaultForTests.create().seal(Secret.of("a token"), binding);

        assertThatThrownBy(() -> VaultForTests.create().open(foreign, binding))
                .isInstanceOf(UnreadableSecretException.class);
    }

    @Test
    void doesNotOpenNonsense() {
        assertThatThrownBy(() -> VaultForTests.create().open(new SealedSecret("nonsense"), binding))
                .isInstanceOf(UnreadableSecretException.class);
    }
}
