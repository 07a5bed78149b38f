package tallyfold.connection.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallyfold.connection.ConnectionId;
import tallyfold.kernel.Secret;
import tallyfold.support.Databases;
import tallyfold.vault.SealedSecretSource;
import tallyfold.vault.SecretVault;
import tallyfold.vault.UnreadableSecretException;
import tallyfold.vault.VaultForTests;

/** What somebody may do who can write in the database and has no key: none of it may open to anything. */
@ParameterizedClass
@EnumSource(Databases.Kind.class)
class TamperedTokensTest {

    private static final int VERSION = 0;
    private static final int KEY_ID = 1;
    private static final int WRAPPED = 2;
    private static final int IV = 3;
    private static final int CIPHERTEXT = 4;

    private static final Map<Databases.Kind, Databases> DATABASES = new EnumMap<>(Databases.Kind.class);

    private final JdbcClient jdbc;
    private final SealedTokens tokens;
    private final SecretVault vault = VaultForTests.create();
    private final UUID victim = new UUID(1, 1);
    private final UUID other = new UUID(1, 2);

    TamperedTokensTest(Databases.Kind kind) {
        jdbc = DATABASES.computeIfAbsent(kind, Databases::fresh).jdbc();
        tokens = new SealedTokens(jdbc, Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        DATABASES.values().forEach(Databases::close);
        DATABASES.clear();
    }

    @BeforeEach
    void store() {
        jdbc.sql("DELETE FROM connection_secret").update();
        jdbc.sql("DELETE FROM connection").update();
        connect(victim, "fabrikam");
        connect(other, "contoso");
        for (UUID id : List.of(victim, other)) {
            String organization = id.equals(victim) ? "fabrikam" : "contoso";
            tokens.put(
                    new ConnectionId(id),
                    vault.seal(
                            Secret.of("a token of " + organization),
                            SealedTokens.binding(new ConnectionId(id), "CLOUD", organization)));
        }
        assertThat(opened()).hasSize(2);
    }

    private void connect(UUID id, String organization) {
        jdbc.sql("""
                        INSERT INTO connection (id, provider, name, name_key, organization, endpoint_kind, account, health,
                            for_all_managers, created_at, created_by, version)
                        VALUES (:id, 'azure-devops', :name, :key, :organization, 'CLOUD', 'a', 'HEALTHY', TRUE,
                            CURRENT_TIMESTAMP, 'a', 1)""")
                .param("id", id)
                .param("name", organization)
                .param("key", id.toString())
                .param("organization", organization)
                .update();
    }

    @SuppressWarnings("ImmutableEnumChecker")
    enum Tampering {
        VERSION_CHANGED(parts -> with(parts, VERSION, "v2")),
        VERSION_REMOVED(parts -> parts.substring(parts.indexOf('.') + 1)),
        KEY_ID_CHANGED(parts -> with(parts, KEY_ID, "0000000000000000")),
        KEY_ID_IN_CAPITALS(
                parts -> with(parts, KEY_ID, "A" + part(parts, KEY_ID).substring(1))),
        KEY_ID_EMPTY(parts -> with(parts, KEY_ID, "")),
        WRAPPED_FIRST_BYTE(parts -> flipped(parts, WRAPPED, 0)),
        WRAPPED_MIDDLE_BYTE(parts -> flipped(parts, WRAPPED, 30)),
        WRAPPED_LAST_BYTE(parts -> flipped(parts, WRAPPED, -1)),
        WRAPPED_CUT(parts -> cut(parts, WRAPPED)),
        IV_FIRST_BYTE(parts -> flipped(parts, IV, 0)),
        IV_LAST_BYTE(parts -> flipped(parts, IV, -1)),
        IV_CUT(parts -> cut(parts, IV)),
        CIPHERTEXT_FIRST_BYTE(parts -> flipped(parts, CIPHERTEXT, 0)),
        TAG_FIRST_BYTE(parts -> flipped(parts, CIPHERTEXT, -16)),
        TAG_LAST_BYTE(parts -> flipped(parts, CIPHERTEXT, -1)),
        CIPHERTEXT_CUT(parts -> cut(parts, CIPHERTEXT)),
        CIPHERTEXT_EMPTY(parts -> with(parts, CIPHERTEXT, "")),
        TWO_PARTS_SWAPPED(parts -> with(with(parts, WRAPPED, part(parts, IV)), IV, part(parts, WRAPPED))),
        ONE_PART_MISSING(parts -> parts.substring(0, parts.lastIndexOf('.'))),
        ONE_PART_MORE(parts -> parts + ".AAAA"),
        EMPTIED(_ -> ""),
        PADDING_ADDED(parts -> with(parts, IV, part(parts, IV) + "=")),
        OTHER_ALPHABET(parts -> with(parts, WRAPPED, "+/" + part(parts, WRAPPED).substring(2))),
        SPARE_BITS_SET(TamperedTokensTest::spareBits),
        BLANK_ADDED(parts -> parts + " "),
        LINE_END_ADDED(parts -> parts + "\n"),
        WRAPPED_KEY_MOVED(WRAPPED),
        IV_MOVED(IV),
        CIPHERTEXT_MOVED(CIPHERTEXT),
        ROWS_SWAPPED(-1),
        ORGANIZATION_EDITED("UPDATE connection SET organization = 'contoso' WHERE id = :victim"),
        ORGANIZATION_IN_CAPITALS("UPDATE connection SET organization = 'Fabrikam' WHERE id = :victim"),
        ENDPOINT_EDITED("UPDATE connection SET endpoint_kind = 'SIMULATOR' WHERE id = :victim"),
        CONNECTION_ID_EDITED("UPDATE connection_secret SET connection_id = :fresh WHERE connection_id = :victim");

        final UnaryOperator<String> text;
        final int moved;
        final String sql;

        Tampering(UnaryOperator<String> text) {
            this(text, 0, "");
        }

        Tampering(int moved) {
            this(UnaryOperator.identity(), moved, "");
        }

        Tampering(String sql) {
            this(UnaryOperator.identity(), 0, sql);
        }

        Tampering(UnaryOperator<String> text, int moved, String sql) {
            this.text = text;
            this.moved = moved;
            this.sql = sql;
        }
    }

    @ParameterizedTest
    @EnumSource(Tampering.class)
    void opensToNothing(Tampering tampering) {
        String mine = sealed(victim);
        String theirs = sealed(other);
        if (!tampering.sql.isEmpty()) {
            UUID fresh = new UUID(1, 3);
            connect(fresh, "fabrikam");
            JdbcClient.StatementSpec statement = jdbc.sql(tampering.sql).param("victim", victim);
            assertThat((tampering.sql.contains(":fresh") ? statement.param("fresh", fresh) : statement).update())
                    .isEqualTo(1);
        } else if (tampering.moved < 0) {
            write(victim, theirs);
            write(other, mine);
        } else if (tampering.moved > 0) {
            write(victim, with(mine, tampering.moved, part(theirs, tampering.moved)));
        } else {
            assertThat(tampering.text.apply(mine)).isNotEqualTo(mine);
            write(victim, tampering.text.apply(mine));
        }

        assertThat(opened()).doesNotContain("a token of fabrikam").hasSize(tampering == Tampering.ROWS_SWAPPED ? 0 : 1);
    }

    private List<String> opened() {
        return tokens.entries().stream()
                .flatMap(entry -> {
                    try (Secret secret = open(entry)) {
                        return List.of(secret.reveal()).stream();
                    } catch (UnreadableSecretException _) {
                        return List.<String>of().stream();
                    }
                })
                .toList();
    }

    private Secret open(SealedSecretSource.Entry entry) {
        return vault.open(entry.sealed(), entry.binding());
    }

    private String sealed(UUID id) {
        return tokens.find(new ConnectionId(id)).orElseThrow().text();
    }

    private void write(UUID id, String text) {
        jdbc.sql("UPDATE connection_secret SET sealed = :text WHERE connection_id = :id")
                .param("text", text)
                .param("id", id)
                .update();
    }

    private static String part(String text, int index) {
        return text.split("\\.", -1)[index];
    }

    private static String with(String text, int index, String part) {
        String[] parts = text.split("\\.", -1);
        parts[index] = part;
        return String.join(".", parts);
    }

    private static String flipped(String text, int index, int position) {
        byte[] bytes = Base64.getUrlDecoder().decode(part(text, index));
        bytes[position < 0 ? bytes.length + position : position] ^= 1;
        return with(text, index, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    private static String cut(String text, int index) {
        byte[] bytes = Base64.getUrlDecoder().decode(part(text, index));
        return with(
                text,
                index,
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(java.util.Arrays.copyOf(bytes, bytes.length - 1)));
    }

    /** The same bytes in another text: the last character of a part whose length leaves bits over. */
    private static String spareBits(String text) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        for (int index : new int[] {WRAPPED, CIPHERTEXT}) {
            String part = part(text, index);
            if (part.length() % 4 != 0) {
                int last = alphabet.indexOf(part.charAt(part.length() - 1));
                return with(text, index, part.substring(0, part.length() - 1) + alphabet.charAt(last + 1));
            }
        }
        throw new AssertionError("Choose a token of another length");
    }
}
