package tallyfold.vault.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tallyfold.kernel.Secret;
import tallyfold.vault.SealBinding;
import tallyfold.vault.SealedSecret;
import tallyfold.vault.UnreadableSecretException;

class SealingTest {

    private static final MasterKey KEY = MasterKey.random("a test");
    private static final MasterKey OTHER_KEY = MasterKey.random("a test");
    private static final UUID ROW = UUID.fromString("6f6f3a3e-95a5-4d38-8a0a-2f0f2b1c9c01");
    private static final UUID OTHER_ROW = UUID.fromString("6f6f3a3e-95a5-4d38-8a0a-2f0f2b1c9c02");
    private static final SealBinding BINDING = new SealBinding("connection", ROW, "cloud", "fabrikam");
    private static final SealBinding OTHER_BINDING = new SealBinding("connection", OTHER_ROW, "cloud", "fabrikam");
    private static final Secret TOKEN = Secret.of("not-a-real-token-äöü-✓");
    private static final int WRAPPED = 2;
    private static final int IV = 3;
    private static final int CIPHERTEXT = 4;

    @Test
    void opensWhatItSealed() {
        assertThat(Sealing.open(KEY, Sealing.seal(KEY, TOKEN, BINDING), BINDING))
                .isEqualTo(TOKEN);
    }

    @Test
    void leavesTheCallersSecretUsable() {
        try (Secret secret = Secret.of("still here")) {
            Sealing.seal(KEY, secret, BINDING);
            assertThat(secret.reveal()).isEqualTo("still here");
        }
    }

    @Test
    void neverWritesTheSameTextTwice() {
        List<String> texts = Stream.generate(
                        () -> Sealing.seal(KEY, TOKEN, BINDING).text())
                .limit(50)
                .toList();

        for (int part : List.of(WRAPPED, IV, CIPHERTEXT)) {
            assertThat(texts).extracting(text -> text.split("\\.", -1)[part]).doesNotHaveDuplicates();
        }
    }

    @Test
    void namesVersionAndKeyInFront() {
        SealedSecret sealed = Sealing.seal(KEY, TOKEN, BINDING);

        assertThat(sealed.text()).startsWith("v1." + KEY.id() + ".").matches("[A-Za-z0-9_.-]+");
        assertThat(Sealing.keyId(sealed)).contains(KEY.id());
    }

    @Test
    void refusesToSealForAnAmbiguousBinding() {
        assertThatThrownBy(() -> Sealing.seal(KEY, TOKEN, new SealBinding("connection", ROW, "cloud|a", "b")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Sealing.seal(KEY, TOKEN, new SealBinding("connection", ROW, "cloud", "")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Nested
    class Tampering {

        private final String sealed = Sealing.seal(KEY, TOKEN, BINDING).text();
        private final String foreign = Sealing.seal(KEY, TOKEN, OTHER_BINDING).text();

        @TestFactory
        Stream<DynamicTest> neverOpens() {
            Map<String, UnaryOperator<String>> changes = new LinkedHashMap<>();
            changes.put("row swapped whole", _ -> foreign);
            changes.put("wrapped key moved from another row", text -> replace(text, WRAPPED, part(foreign, WRAPPED)));
            changes.put("iv moved from another row", text -> replace(text, IV, part(foreign, IV)));
            changes.put(
                    "ciphertext moved from another row", text -> replace(text, CIPHERTEXT, part(foreign, CIPHERTEXT)));
            changes.put(
                    "wrapped key, iv and ciphertext moved",
                    text -> String.join(
                            ".", "v1", part(text, 1), part(foreign, 2), part(foreign, 3), part(foreign, 4)));
            changes.put("key id of another key", text -> replace(text, 1, OTHER_KEY.id()));
            changes.put(
                    "key id in capitals",
                    text -> replace(text, 1, "F" + KEY.id().substring(1)));
            changes.put("key id empty", text -> replace(text, 1, ""));
            changes.put("version unknown", text -> replace(text, 0, "v2"));
            changes.put("version empty", text -> replace(text, 0, ""));
            changes.put("version in capitals", text -> replace(text, 0, "V1"));
            changes.put("wrapped key cut", text -> replace(text, WRAPPED, shortened(part(text, WRAPPED), 4)));
            changes.put("wrapped key empty", text -> replace(text, WRAPPED, ""));
            changes.put("iv cut", text -> replace(text, IV, shortened(part(text, IV), 4)));
            changes.put("iv longer", text -> replace(text, IV, part(text, IV) + "AAAA"));
            changes.put("iv empty", text -> replace(text, IV, ""));
            changes.put("tag cut", text -> replace(text, CIPHERTEXT, shortened(part(text, CIPHERTEXT), 4)));
            changes.put("ciphertext empty", text -> replace(text, CIPHERTEXT, ""));
            changes.put("ciphertext longer", text -> text + "AAAA");
            changes.put(
                    "wrapped key and ciphertext exchanged",
                    text -> String.join(
                            ".", part(text, 0), part(text, 1), part(text, 4), part(text, 3), part(text, 2)));
            changes.put("padded", text -> text + "=");
            changes.put(
                    "standard base64 alphabet",
                    text -> replace(text, IV, "++//" + part(text, IV).substring(4)));
            changes.put("a part too many", text -> text + ".AAAA");
            changes.put("a part too few", text -> text.substring(0, text.lastIndexOf('.')));
            changes.put("blank at the end", text -> text + " ");
            changes.put("empty", _ -> "");
            changes.put("something else", _ -> "ENC(abcdef)");
            return changes.entrySet().stream()
                    .map(change -> dynamicTest(change.getKey(), () -> {
                        String changed = change.getValue().apply(sealed);
                        assertThat(changed).isNotEqualTo(sealed);
                        assertUnreadable(changed, BINDING);
                    }));
        }

        @Test
        void neverOpensWithAnyCharacterChanged() {
            int tried = 0;
            for (int position = 0; position < sealed.length(); position++) {
                char replacement = sealed.charAt(position) == 'A' ? 'B' : 'A';
                assertUnreadable(sealed.substring(0, position) + replacement + sealed.substring(position + 1), BINDING);
                tried++;
            }
            assertThat(tried).isGreaterThan(150);
        }

        @Test
        void neverOpensCutAnywhere() {
            for (int length = 0; length < sealed.length(); length++) {
                assertUnreadable(sealed.substring(0, length), BINDING);
            }
        }

        @Test
        void neverOpensUnderAnotherBinding() {
            List<SealBinding> others = List.of(
                    OTHER_BINDING,
                    new SealBinding("webhook", ROW, "cloud", "fabrikam"),
                    new SealBinding("connection", ROW, "simulator", "fabrikam"),
                    new SealBinding("connection", ROW, "cloud", "contoso"),
                    new SealBinding("connection", ROW, "cloud", "Fabrikam"),
                    new SealBinding("connection", ROW, "fabrikam", "cloud"));
            assertThat(others).allSatisfy(binding -> assertUnreadable(sealed, binding));
        }

        @Test
        void keepsTwoSwappedRowsBothUnreadable() {
            assertUnreadable(foreign, BINDING);
            assertUnreadable(sealed, OTHER_BINDING);
        }

        @Test
        void neverOpensWithAnotherMasterKey() {
            SealedSecret original = new SealedSecret(sealed);
            assertThatThrownBy(() -> Sealing.open(OTHER_KEY, original, BINDING))
                    .isInstanceOf(UnreadableSecretException.class);
            SealedSecret relabelled = new SealedSecret(replace(sealed, 1, OTHER_KEY.id()));
            assertThatThrownBy(() -> Sealing.open(OTHER_KEY, relabelled, BINDING))
                    .isInstanceOf(UnreadableSecretException.class);
        }

        @Test
        void doesNotSayWhy() {
            assertThatThrownBy(() -> Sealing.open(KEY, new SealedSecret(foreign), BINDING))
                    .hasNoCause()
                    .hasMessage(new UnreadableSecretException().getMessage());
        }

        private void assertUnreadable(String text, SealBinding binding) {
            assertThatThrownBy(() -> Sealing.open(KEY, new SealedSecret(text), binding))
                    .as(text)
                    .isInstanceOf(UnreadableSecretException.class);
        }

        private static String part(String text, int index) {
            return text.split("\\.", -1)[index];
        }

        private static String replace(String text, int index, String replacement) {
            String[] parts = text.split("\\.", -1);
            parts[index] = replacement;
            return String.join(".", Arrays.asList(parts));
        }

        private static String shortened(String text, int by) {
            return text.substring(0, text.length() - by);
        }
    }
}
