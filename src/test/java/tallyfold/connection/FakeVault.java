package tallyfold.connection;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tallyfold.kernel.Secret;
import tallyfold.vault.SealBinding;
import tallyfold.vault.SealedSecret;
import tallyfold.vault.SecretVault;
import tallyfold.vault.UnreadableSecretException;

/** A vault that binds without encrypting; the real one has tests of its own. */
public final class FakeVault {

    private static final String SEPARATOR = "\n";

    private FakeVault() {}

    public static SecretVault create() {
        SecretVault vault = mock(SecretVault.class);
        when(vault.seal(any(), any())).thenAnswer(call -> {
            Secret secret = call.getArgument(0);
            SealBinding binding = call.getArgument(1);
            String text = binding + SEPARATOR + new StringBuilder(secret.reveal()).reverse();
            return new SealedSecret(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
        });
        when(vault.open(any(), any())).thenAnswer(call -> {
            SealedSecret sealed = call.getArgument(0);
            SealBinding binding = call.getArgument(1);
            String text;
            try {
                text = new String(Base64.getDecoder().decode(sealed.text()), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException damaged) {
                throw new UnreadableSecretException();
            }
            String prefix = binding + SEPARATOR;
            if (!text.startsWith(prefix)) {
                throw new UnreadableSecretException();
            }
            return Secret.of(new StringBuilder(text.substring(prefix.length())).reverse());
        });
        return vault;
    }
}
