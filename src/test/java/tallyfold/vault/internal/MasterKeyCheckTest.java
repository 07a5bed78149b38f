package tallyfold.vault.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mock.env.MockEnvironment;
import tallyfold.audit.AuditEvent;
import tallyfold.audit.AuditLog;
import tallyfold.kernel.Secret;
import tallyfold.support.Databases;
import tallyfold.vault.MasterKeyRefusedException;
import tallyfold.vault.SealBinding;
import tallyfold.vault.SealedSecret;
import tallyfold.vault.SealedSecretSource;

@ParameterizedClass
@EnumSource(Databases.Kind.class)
@SuppressWarnings("NullAway")
class MasterKeyCheckTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:15:30Z");

    @TempDir
    Path home;

    private final MockEnvironment properties = new MockEnvironment();
    private final Tokens tokens = new Tokens();
    private static final Map<Databases.Kind, Databases> DATABASES = new EnumMap<>(Databases.Kind.class);

    private final DataSource database;

    MasterKeyCheckTest(Databases.Kind kind) {
        database = DATABASES.computeIfAbsent(kind, Databases::fresh).dataSource();
        JdbcClient.create(database).sql("DELETE FROM vault_key").update();
    }

    @AfterAll
    static void close() {
        DATABASES.values().forEach(Databases::close);
        DATABASES.clear();
    }

    @BeforeEach
    void begin() {
        properties.setProperty("tallyfold.home", home.toString());
    }

    @Nested
    class FirstStart {

        @Test
        void generatesAKeyAndWritesItsIdDown() {
            MasterKey key = keyring().active();

            assertThat(ownFile()).isRegularFile();
            assertThat(activeIds()).containsExactly(key.id());
            assertThat(keyring().active().id()).isEqualTo(key.id());
        }

        @Test
        void takesTheKeyThatIsThere() throws IOException {
            MasterKey key = MasterKey.random("a test");
            provide(key);

            assertThat(keyring().active().id()).isEqualTo(key.id());
            assertThat(ownFile()).doesNotExist();
        }

        @Test
        void goesOnAfterAStartThatEndedBetweenFileAndRow() {
            MasterKey key = new MasterKeySources(properties, _ -> null).generate();

            assertThat(keyring().active().id()).isEqualTo(key.id());
            assertThat(activeIds()).containsExactly(key.id());
        }
    }

    @Nested
    class Refusing {

        private String expectedId;

        @BeforeEach
        void sealOneToken() {
            Keyring keyring = keyring();
            expectedId = keyring.active().id();
            tokens.add(keyring.active());
        }

        @Test
        void namesExpectedKeyAndRemediesWhenTheFileIsLost() throws IOException {
            Files.delete(ownFile());

            assertRefused()
                    .hasMessageContaining("missing")
                    .hasMessageContaining(expectedId)
                    .hasMessageContaining("2026-11-23 10:15 UTC")
                    .hasMessageContaining(ownFile().toString())
                    .hasMessageContaining("rotate-master-key --from")
                    .hasMessageContaining("--forget-tokens");
            assertThat(ownFile()).doesNotExist();
        }

        @Test
        void namesBothKeysWhenItIsAnother() throws IOException {
            Files.delete(ownFile());
            MasterKey other = new MasterKeySources(properties, _ -> null).generate();

            assertRefused().hasMessageContaining(expectedId).hasMessageContaining(other.id());
        }

        @Test
        void refusesALostKeyEvenWithoutTokens() throws IOException {
            tokens.entries.clear();
            Files.delete(ownFile());

            assertRefused().hasMessageContaining("sealed tokens: 0");
        }

        @Test
        void refusesALostKeyWhenOnlyTheRowIsGone() throws IOException {
            JdbcClient.create(database).sql("DELETE FROM vault_key").update();
            Files.delete(ownFile());

            assertRefused().hasMessageContaining("sealed tokens: 1");
            assertThat(ownFile()).doesNotExist();
        }

        @Test
        void refusesWhenTheStoredProofWasChanged() {
            JdbcClient.create(database)
                    .sql("UPDATE vault_key SET check_value = 'x'")
                    .update();

            assertRefused();
        }

        @Test
        void changesNothing() throws IOException {
            List<SealedSecretSource.Entry> before = List.copyOf(tokens.entries);
            Files.delete(ownFile());
            new MasterKeySources(properties, _ -> null).generate();

            assertRefused();

            assertThat(tokens.entries).isEqualTo(before);
            assertThat(activeIds()).containsExactly(expectedId);
        }

        private org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> assertRefused() {
            return assertThatThrownBy(() -> keyring().active()).isInstanceOf(MasterKeyRefusedException.class);
        }
    }

    @Nested
    class ForgettingTokens {

        private final AuditLog audit = mock(AuditLog.class);

        @BeforeEach
        void sealTwoTokens() {
            Keyring keyring = keyring();
            tokens.add(keyring.active());
            tokens.add(keyring.active());
            properties.setProperty("tallyfold.vault.forget-tokens", "true");
        }

        @Test
        void generatesANewKeyWhenTheOldOneIsLost() throws IOException {
            Files.delete(ownFile());

            assertThat(new VaultOpening(keyring(), audit).open()).hasValue(2);

            assertThat(tokens.entries).isEmpty();
            assertThat(ownFile()).isRegularFile();
            properties.setProperty("tallyfold.vault.forget-tokens", "false");
            assertThat(activeIds()).containsExactly(keyring().active().id());
        }

        @Test
        void goesOnWithAnotherKeyThatIsThere() throws IOException {
            Files.delete(ownFile());
            MasterKey other = new MasterKeySources(properties, _ -> null).generate();

            assertThat(keyring().active().id()).isEqualTo(other.id());
            assertThat(tokens.entries).isEmpty();
        }

        @Test
        void writesItInTheAuditLog() throws IOException {
            Files.delete(ownFile());

            new VaultOpening(keyring(), audit).open();

            verify(audit).record(argThat((AuditEvent event) -> event.action().equals("vault.tokens-forgotten")));
        }

        @Test
        void forgetsNothingWhenTheKeyFits() {
            assertThat(new VaultOpening(keyring(), audit).open()).isEmpty();

            assertThat(tokens.entries).hasSize(2);
            verifyNoInteractions(audit);
        }

        @Test
        void takesAnEarlierKeyBack() throws IOException {
            MasterKey first = keyring().active();
            Files.delete(ownFile());
            keyring().active();
            Files.delete(ownFile());
            provide(first);

            assertThat(keyring().active().id()).isEqualTo(first.id());
            assertThat(activeIds()).containsExactly(first.id());
        }
    }

    @Test
    void letsOneOfTwoNodesBringTheFirstKey() {
        VaultKeyRepository known = new VaultKeyRepository(JdbcClient.create(database));
        known.activate(MasterKey.random("node a"), NOW);

        assertThatThrownBy(() -> known.activate(MasterKey.random("node b"), NOW))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void chainsTheAuditLogByAKeyThatStays() {
        assertThat(chainKeys().forWriting()).hasSize(32).isEqualTo(chainKeys().forWriting());
    }

    private ChainKeys chainKeys() {
        JdbcClient jdbc = JdbcClient.create(database);
        Keyring keyring = keyring();
        return new ChainKeys(keyring, new KeyInUse(keyring, new VaultKeyRepository(jdbc)), jdbc);
    }

    private Keyring keyring() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("tokens", tokens);
        ObjectProvider<SealedSecretSource> sources = beans.getBeanProvider(SealedSecretSource.class);
        return new Keyring(new MasterKeyCheck(
                new MasterKeySources(properties, _ -> null),
                new VaultKeyRepository(JdbcClient.create(database)),
                sources,
                new JdbcTransactionManager(database),
                Clock.fixed(NOW, ZoneOffset.UTC),
                properties));
    }

    private void provide(MasterKey key) throws IOException {
        Path file = home.resolve("provided.key");
        Files.writeString(file, key.toText());
        assertThat(file.toFile().setReadable(false, false)).isTrue();
        assertThat(file.toFile().setReadable(true, true)).isTrue();
        assertThat(file.toFile().setWritable(false, false)).isTrue();
        properties.setProperty("tallyfold.master-key-file", file.toString());
    }

    private Path ownFile() {
        return home.resolve("keys").resolve("master.key");
    }

    private List<String> activeIds() {
        return JdbcClient.create(database)
                .sql("SELECT key_id FROM vault_key WHERE active")
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Tokens in memory, in place of the table of a module above. */
    static final class Tokens implements SealedSecretSource {

        final List<Entry> entries = new ArrayList<>();

        void add(MasterKey key) {
            UUID row = UUID.randomUUID();
            SealBinding binding = new SealBinding("connection", row, "cloud", "fabrikam");
            SealedSecret sealed = Sealing.seal(key, Secret.of("token " + row), binding);
            entries.add(new Entry(row, "Connection " + entries.size(), sealed, binding));
        }

        @Override
        public long count() {
            return entries.size();
        }

        @Override
        public List<Entry> entries() {
            return List.copyOf(entries);
        }

        @Override
        public boolean replace(UUID row, SealedSecret before, SealedSecret after) {
            return false;
        }

        @Override
        public int forgetAll() {
            int count = entries.size();
            entries.clear();
            return count;
        }
    }
}
