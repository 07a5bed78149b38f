package tallyfold.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import tallyfold.kernel.Secret;
import tallyfold.vault.internal.Keyring;
import tallyfold.vault.internal.KeysForTests;
import tallyfold.vault.internal.MasterKey;
import tallyfold.vault.internal.Sealing;
import tallyfold.vault.internal.VaultOpening;

class SecretsCheckTest {

    private static final String TOKEN = "a token nobody may see";

    private final MasterKey key = KeysForTests.random();
    private final MasterKey lostKey = KeysForTests.random();
    private final Keyring keyring = mock(Keyring.class);

    @Test
    void isSoundWhenEveryTokenOpens() {
        when(keyring.active()).thenReturn(key);

        SecretsReport report = check(entry("first", key), entry("second", key)).run();

        assertThat(report.sound()).isTrue();
        assertThat(report.sealedByKey()).isEqualTo(Map.of(key.id(), 2L));
        assertThat(report.key()).startsWith(key.id());
    }

    @Test
    void isSoundWithoutTokens() {
        when(keyring.active()).thenReturn(key);

        assertThat(check().run().sound()).isTrue();
    }

    @Test
    void namesTheOnesThatDoNotOpenAndNoValue() {
        when(keyring.active()).thenReturn(key);
        SealedSecretSource.Entry good = entry("good", key);
        SealedSecretSource.Entry swapped = new SealedSecretSource.Entry(
                UUID.randomUUID(), "swapped", good.sealed(), entry("x", key).binding());
        SealedSecretSource.Entry rotten = new SealedSecretSource.Entry(
                UUID.randomUUID(), "rotten", new SealedSecret("not sealed at all"), good.binding());

        SecretsReport report =
                check(good, swapped, rotten, entry("of a lost key", lostKey)).run();

        assertThat(report.sound()).isFalse();
        assertThat(report.unreadable()).containsExactly("swapped", "rotten", "of a lost key");
        assertThat(report.sealedByKey()).isEqualTo(Map.of(key.id(), 2L, lostKey.id(), 1L, "?", 1L));
        assertThat(report.toString())
                .doesNotContain(TOKEN)
                .doesNotContain(good.sealed().text());
    }

    @Test
    void looksAtTheTokensEvenWithoutAKeyThatFits() {
        when(keyring.active()).thenThrow(new MasterKeyRefusedException("another key"));

        SecretsReport report = check(entry("first", lostKey)).run();

        assertThat(report.sound()).isFalse();
        assertThat(report.problem()).isEqualTo("another key");
        assertThat(report.key()).isNull();
        assertThat(report.sealedByKey()).isEqualTo(Map.of(lostKey.id(), 1L));
        assertThat(report.unreadable()).containsExactly("first");
    }

    private SecretsCheck check(SealedSecretSource.Entry... entries) {
        SealedSecretSource source = mock(SealedSecretSource.class);
        when(source.entries()).thenReturn(List.of(entries));
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("source", source);
        return new SecretsCheck(keyring, mock(VaultOpening.class), beans.getBeanProvider(SealedSecretSource.class));
    }

    private static SealedSecretSource.Entry entry(String label, MasterKey key) {
        UUID row = UUID.randomUUID();
        SealBinding binding = new SealBinding("connection", row, "cloud", "fabrikam");
        return new SealedSecretSource.Entry(row, label, Sealing.seal(key, Secret.of(TOKEN), binding), binding);
    }
}
