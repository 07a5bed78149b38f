package tallyfold.vault.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tallyfold.audit.AuditEvent;
import tallyfold.audit.AuditVerdict;
import tallyfold.kernel.Secret;
import tallyfold.support.Databases;
import tallyfold.vault.KeyProgress;
import tallyfold.vault.MasterKeyRefusedException;
import tallyfold.vault.RotationResult;

@ParameterizedClass
@EnumSource(Databases.Kind.class)
@SuppressWarnings("NullAway.Init")
class RotationTest {

    private static final int TOKENS = 12;

    /** Ends a process where it stands. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    @TempDir
    Path home;

    private final Databases.Kind kind;
    private Databases database;
    private RotationWorld world;

    RotationTest(Databases.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void open() {
        database = Databases.fresh(kind);
        world = new RotationWorld(home, database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Nested
    class OfOurOwnFile {

        @Test
        void sealsEverythingAnewAndRetiresTheOldKey() throws IOException {
            world.seal(TOKENS);
            String old = world.process().keyring.active().id();

            RotationResult.Rotated done =
                    (RotationResult.Rotated) world.process().rotate();

            assertThat(done.resealed()).isEqualTo(TOKENS);
            assertThat(done.replaced()).containsExactly(old);
            assertThat(done.keyId()).isNotEqualTo(old);
            assertThat(world.activeIds()).containsExactly(done.keyId());
            assertThat(new MasterKeyFile(ownFile()).read().id()).isEqualTo(done.keyId());
            assertThat(done.oldKey()).isEqualTo(home.resolve("keys").resolve("retired-" + old + ".key"));
            assertThat(new MasterKeyFile(home.resolve("keys").resolve("retired-" + old + ".key"))
                            .read()
                            .id())
                    .isEqualTo(old);
            for (Path file : List.of(ownFile(), home.resolve("keys").resolve("retired-" + old + ".key"))) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
            }
            RotationWorld.Node next = world.process();
            assertThat(next.unreadable()).isZero();
            assertThat(next.sealedWithOthers()).isZero();
            assertThat(next.known.all())
                    .filteredOn(key -> key.keyId().equals(old))
                    .singleElement()
                    .satisfies(key -> {
                        assertThat(key.retiredAt()).isNotNull();
                        assertThat(key.wrapped()).isNull();
                    });
        }

        @Test
        void canBeDoneAgainAndAgain() {
            world.seal(TOKENS);
            Set<String> ids = new LinkedHashSet<>();
            for (int i = 0; i < 3; i++) {
                ids.add(((RotationResult.Rotated) world.process().rotate()).keyId());
                world.writeEvents(2);
            }

            assertThat(ids).hasSize(3);
            assertThat(world.process().unreadable()).isZero();
            assertThat(world.verify()).isInstanceOf(AuditVerdict.Intact.class);
        }

        @Test
        void goesOnInTheSameProcess() {
            world.seal(TOKENS);
            RotationWorld.Node process = world.process();
            process.keyring.active();

            process.rotate();
            process.audit.record("connection.created", "contoso", AuditEvent.Outcome.SUCCESS, null);

            assertThat(process.unreadable()).isZero();
            assertThat(process.audit.verify()).isInstanceOf(AuditVerdict.Intact.class);
        }

        @Test
        void leavesATamperedTokenAloneAndNamesIt() {
            world.seal(TOKENS);
            UUID row = UUID.randomUUID();
            MasterKey key = world.process().keyring.active();
            world.insert(row, Sealing.seal(key, Secret.of("x"), RotationWorld.binding(UUID.randomUUID())));

            RotationResult.Rotated done =
                    (RotationResult.Rotated) world.process().rotate();

            assertThat(done.unreadable()).containsExactly("row " + row);
            assertThat(world.process().unreadable()).isEqualTo(1);
            assertThat(((RotationResult.Rotated) world.process().rotate()).unreadable())
                    .containsExactly("row " + row);
        }

        @Test
        void opensNothingWithTheOldKeyAlone() throws IOException {
            world.seal(TOKENS);
            RotationResult.Rotated done =
                    (RotationResult.Rotated) world.process().rotate();
            Files.move(
                    home.resolve("keys").resolve("retired-" + done.replaced().getFirst() + ".key"),
                    ownFile(),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);

            assertThatThrownBy(() -> world.process().keyring.active()).isInstanceOf(MasterKeyRefusedException.class);
        }
    }

    @Nested
    class KilledAtAnyStep {

        @Test
        void losesNothingAndIsFinishedByTheNextStart() {
            assertEveryStep(process -> {
                process.keyring.active();
                assertThat(process.unreadable()).isZero();
                process.rotation.goOn();
            });
        }

        @Test
        void losesNothingAndIsFinishedByTheNextRun() {
            assertEveryStep(RotationWorld.Node::rotate);
        }

        private void assertEveryStep(java.util.function.Consumer<RotationWorld.Node> next) {
            world.seal(TOKENS);
            world.writeEvents(3);
            List<String> steps = steps();
            assertThat(steps).hasSizeGreaterThanOrEqualTo(20);
            for (String step : steps) {
                RotationWorld.Node cutOff = world.new Node(at -> {
                    if (at.equals(step)) {
                        throw new Killed();
                    }
                });
                assertThat(catchThrowable(cutOff::rotate)).as(step).isInstanceOf(Killed.class);
                assertThat(world.process().unreadable()).as("after " + step).isZero();

                next.accept(world.process());

                RotationWorld.Node later = world.process();
                assertThat(later.unreadable()).as("finished after " + step).isZero();
                assertThat(later.sealedWithOthers())
                        .as("finished after " + step)
                        .isZero();
                assertThat(later.known.leaving()).as("finished after " + step).isEmpty();
                assertThat(world.activeIds()).hasSize(1);
                world.writeEvents(1);
                assertThat(world.verify()).as("log after " + step).isInstanceOf(AuditVerdict.Intact.class);
            }
        }

        private List<String> steps() {
            RotationWorld.Node whole = world.process();
            whole.rotate();
            return whole.steps();
        }
    }

    @Nested
    class OfAKeyOfTheOperator {

        private Path old;
        private Path next;

        @BeforeEach
        void provide() throws IOException {
            old = write("old.key", MasterKey.random("a test"));
            next = write("next.key", MasterKey.random("a test"));
            world.properties.setProperty("tallyfold.master-key-file", old.toString());
            world.seal(TOKENS);
        }

        @Test
        void saysWhichCommandToUse() {
            assertThat(world.process().rotate())
                    .isInstanceOfSatisfying(
                            RotationResult.Refused.class,
                            refused ->
                                    assertThat(refused.reason()).contains(old.toString(), "rotate-master-key --from"));
            assertThat(world.process().unreadable()).isZero();
        }

        @Test
        void goesOverToTheKeyInPlace() {
            world.properties.setProperty("tallyfold.master-key-file", next.toString());

            RotationResult.Rotated done =
                    (RotationResult.Rotated) world.process().rotation.runFrom(old, KeyProgress.UNHEARD);

            assertThat(done.resealed()).isEqualTo(TOKENS);
            assertThat(done.oldKey()).isNull();
            assertThat(old).exists();
            assertThat(world.process().keyring.active().id())
                    .isEqualTo(new MasterKeyFile(next).read().id());
            assertThat(world.process().unreadable()).isZero();
            assertThat(world.verify()).isInstanceOf(AuditVerdict.Intact.class);
        }

        @Test
        void isFinishedWithoutTheOldFileAfterBeingKilled() throws IOException {
            world.properties.setProperty("tallyfold.master-key-file", next.toString());
            RotationWorld.Node cutOff = world.new Node(step -> {
                if (step.equals("row 5")) {
                    throw new Killed();
                }
            });
            assertThat(catchThrowable(() -> cutOff.rotation.runFrom(old, KeyProgress.UNHEARD)))
                    .isInstanceOf(Killed.class);
            Files.delete(old);

            RotationWorld.Node later = world.process();
            assertThat(later.unreadable()).isZero();
            later.rotation.goOn();

            assertThat(world.process().sealedWithOthers()).isZero();
            assertThat(world.process().unreadable()).isZero();
        }

        @Test
        void refusesAnOldKeyThatIsNotTheOneInUse() throws IOException {
            world.properties.setProperty("tallyfold.master-key-file", next.toString());
            Path other = write("other.key", MasterKey.random("a test"));

            assertThat(world.process().rotation.runFrom(other, KeyProgress.UNHEARD))
                    .isInstanceOfSatisfying(
                            RotationResult.Refused.class,
                            refused -> assertThat(refused.reason())
                                    .contains(
                                            new MasterKeyFile(other).read().id(),
                                            world.activeIds().getFirst()));
        }

        @Test
        void refusesWhenTheNewKeyIsNotInPlaceYet() {
            assertThat(world.process().rotation.runFrom(old, KeyProgress.UNHEARD))
                    .isInstanceOf(RotationResult.Refused.class);
            assertThat(world.process().unreadable()).isZero();
        }

        @Test
        void refusesAFileThatIsNotThere() {
            assertThat(world.process().rotation.runFrom(home.resolve("none"), KeyProgress.UNHEARD))
                    .isInstanceOf(RotationResult.Refused.class);
        }
    }

    @Nested
    class TheAuditLog {

        @Test
        void staysVerifiableWithoutTheOldKey() throws IOException {
            world.writeEvents(5);
            RotationResult.Rotated done =
                    (RotationResult.Rotated) world.process().rotate();
            Files.delete(
                    home.resolve("keys").resolve("retired-" + done.replaced().getFirst() + ".key"));
            world.writeEvents(5);

            assertThat(world.verify()).isInstanceOf(AuditVerdict.Intact.class);
        }

        @Test
        void showsWhatTheHolderOfTheOldKeyChanged() {
            world.writeEvents(5);
            MasterKey stolen = world.process().keyring.active();
            world.process().rotate();

            forgeLastOldEvent(stolen);

            assertThat(world.verify()).isEqualTo(new AuditVerdict.Broken(6, AuditVerdict.Fault.CHANGED));
        }

        /** As somebody would who can write in the database and has the old key: the event holds under it. */
        private void forgeLastOldEvent(MasterKey stolen) {
            var events = new tallyfold.audit.internal.AuditRepository(world.jdbc);
            var row = events.read(5, 1).getFirst();
            var forged = new AuditEvent("eve", null, "connection.created", "x", AuditEvent.Outcome.SUCCESS, null);
            String before = events.read(4, 1).getFirst().chain();
            String link = new tallyfold.audit.internal.AuditChain(stolen.derive("audit-chain", 32))
                    .link(before, 5, row.occurredAt(), forged);
            world.jdbc
                    .sql("UPDATE audit_event SET actor = 'eve', subject = 'x', chain = :chain WHERE seq = 5")
                    .param("chain", link)
                    .update();
        }

        @Test
        void showsChainKeysThatWereExchanged() {
            world.writeEvents(2);
            world.process().rotate();
            world.writeEvents(2);
            world.jdbc
                    .sql("UPDATE vault_chain_key SET first_event = first_event + 1 WHERE first_event > 1")
                    .update();

            assertThat(world.verify()).isInstanceOf(AuditVerdict.Broken.class);
        }

        @Test
        void isNotWrittenByAProcessThatMissedTheChange() throws IOException {
            Path file = write("shared.key", MasterKey.random("a test"));
            world.properties.setProperty("tallyfold.master-key-file", file.toString());
            RotationWorld.Node other = world.process();
            other.keyring.active();
            Path next = write("next.key", MasterKey.random("a test"));
            world.properties.setProperty("tallyfold.master-key-file", next.toString());
            RotationWorld.Node rotating = world.process();
            rotating.rotation.runFrom(file, KeyProgress.UNHEARD);

            assertThatThrownBy(() -> other.audit.record("a.b", "c", AuditEvent.Outcome.SUCCESS, null))
                    .isInstanceOf(MasterKeyRefusedException.class);
            assertThat(world.verify()).isInstanceOf(AuditVerdict.Intact.class);
        }
    }

    @Test
    void doesAThousandConnectionsInUnderTenSeconds() {
        world.seal(1_000);
        long begun = System.nanoTime();

        RotationResult.Rotated done = (RotationResult.Rotated) world.process().rotate();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
        assertThat(done.resealed()).isEqualTo(1_000);
        assertThat(world.process().unreadable()).isZero();
    }

    private Path ownFile() {
        return home.resolve("keys").resolve("master.key");
    }

    private Path write(String name, MasterKey key) throws IOException {
        Path file = home.resolve(name);
        Files.writeString(file, key.toText());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }
}
