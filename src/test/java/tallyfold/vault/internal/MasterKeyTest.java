package tallyfold.vault.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.HexFormat;
import org.jasypt.encryption.pbe.StandardPBEStringEncryptor;
import org.jasypt.exceptions.EncryptionOperationNotPossibleException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeyTest {

    private static final String TEXT = Base64.getEncoder().encodeToString(new byte[32]);

    @Test
    void derivesTheSameFromTheSameBytes() {
        MasterKey first = MasterKey.parse(TEXT, "one place").orElseThrow();
        MasterKey second = MasterKey.parse("\n " + TEXT + "\r\n", "another").orElseThrow();

        assertThat(first.id()).isEqualTo(second.id()).hasSize(16);
        assertThat(first.fits(second.checkValue())).isTrue();
        assertThat(first.derive("audit-chain", 32)).isEqualTo(second.derive("audit-chain", 32));
    }

    @Test
    void derivesByHkdfAsItsStandardSays() {
        // HKDF-SHA256 of 32 zero bytes, no salt, info "tallyfold/key-id", computed with an independent implementation.
        assertThat(MasterKey.parse(TEXT, "a test").orElseThrow().id()).isEqualTo("4d71f9c29b60e9fe");
    }

    @Test
    void derivesSomethingElseForEachPurpose() {
        MasterKey key = MasterKey.random("a test");

        assertThat(HexFormat.of().formatHex(key.derive("audit-chain", 8))).isNotEqualTo(key.id());
        assertThat(key.fits(MasterKey.random("a test").checkValue())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "AAAA",
                "not base64 at all, not even nearly so, I am sorry!",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAAA\nAAAAAAAAAAAAAAAAAAAAAA="
            })
    void refusesWhatIsNoKey(String text) {
        assertThat(MasterKey.parse(text, "a test")).isEmpty();
    }

    @Test
    void neverShowsItsBytes() {
        MasterKey key = MasterKey.parse(TEXT, "a test").orElseThrow();

        assertThat(key.toString()).doesNotContain(TEXT).isEqualTo("MasterKey[" + key.id() + "]");
        assertThat(key.encryptor().toString()).doesNotContain(TEXT);
    }

    @Test
    void encryptsNothingThatTheOldWeakDefaultOpens() {
        MasterKey key = MasterKey.random("a test");
        StandardPBEStringEncryptor old = new StandardPBEStringEncryptor();
        old.setPassword(key.toText());
        String encrypted = key.encryptor().encrypt("database password");

        assertThatThrownBy(() -> old.decrypt(encrypted)).isInstanceOf(EncryptionOperationNotPossibleException.class);
    }
}
