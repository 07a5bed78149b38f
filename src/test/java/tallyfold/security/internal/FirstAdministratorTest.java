package tallyfold.security.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tallyfold.audit.AuditLog;
import tallyfold.audit.internal.AuditRepository;
import tallyfold.security.Role;
import tallyfold.security.User;
import tallyfold.support.Databases;
import tallyfold.support.MutableClock;

@ParameterizedClass
@EnumSource(Databases.Kind.class)
@SuppressWarnings("NullAway")
class FirstAdministratorTest {

    private static final String ADDRESS = "192.0.2.1";
    private static final String PASSWORD = "four quiet lowercase words";

    @Parameter
    private Databases.Kind kind;

    @TempDir
    private Path home;

    private final MutableClock clock = new MutableClock();
    private final Passwords passwords = new Passwords();
    private Databases database;
    private UserRepository users;
    private SetupCodeFile file;
    private SetupCode code;
    private FirstAdministrator administrator;
    private SetupService service;

    @BeforeEach
    void openDatabase() {
        database = Databases.fresh(kind);
        AuditLog audit = new AuditLog(
                new AuditRepository(database.jdbc()), database.transactions(), clock, () -> new byte[] {1});
        users = new UserRepository(database.jdbc());
        file = new SetupCodeFile(home);
        code = new SetupCode(new SetupCodeRepository(database.jdbc()), file, database.transactions(), clock);
        administrator = new FirstAdministrator(
                users, code, passwords, new PasswordPolicy(), audit, database.transactions(), clock);
        service = new SetupService(
                administrator,
                new GuessThrottle(new ThrottleRepository(database.jdbc()), database.transactions(), clock));
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    private static SetupDraft draft(String code, String name) {
        return new SetupDraft(code, name, "Anna Lee", PASSWORD);
    }

    @Nested
    class Code {

        @Test
        void isReadableLongAndAlwaysAnother() {
            assertThat(code.current()).matches("([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}");
            file.delete();
            assertThat(code.current()).isNotEqualTo(code.current() + "x").isNotEqualTo(newCode());
        }

        private String newCode() {
            file.delete();
            return code.current();
        }

        @Test
        void standsInAFileOnlyItsOwnerCanReadAndNotInTheDatabase() throws IOException {
            String valid = code.current();
            assertThat(Files.readString(file.path()).strip()).isEqualTo(valid);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                    .isEqualTo("rw-------");
            assertThat(database.jdbc()
                            .sql("SELECT code_hash FROM setup_code")
                            .query((row, _) -> row.getString(1))
                            .single())
                    .doesNotContain(valid)
                    .doesNotContain(ReadableCode.normal(valid));
        }

        @Test
        void replacesAFileThatOthersCouldRead() throws IOException {
            Files.writeString(file.path(), "old");
            Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString("rw-r--r--"));
            code.current();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                    .isEqualTo("rw-------");
        }

        @Test
        void staysTheSameOverARestartUntilItIsTooOld() {
            String first = code.current();
            assertThat(code.current()).isEqualTo(first);
            clock.advance(Duration.ofHours(24));
            String second = code.current();
            assertThat(second).isNotEqualTo(first);
            assertThat(code.matches(first)).isFalse();
            assertThat(code.matches(second)).isTrue();
        }

        @Test
        void mayBeTypedCarelessly() {
            String valid = code.current();
            assertThat(code.matches(" " + valid.toLowerCase(Locale.ROOT).replace("-", " ") + " "))
                    .isTrue();
        }
    }

    @Nested
    class Creating {

        @Test
        void makesAnAdministratorAndUsesTheCodeUp() {
            String valid = code.current();
            assertThat(service.create(draft(valid, "Anna"), ADDRESS)).isEqualTo(new SetupOutcome.Created());

            User anna = users.list().getFirst();
            assertThat(anna.role()).isEqualTo(Role.ADMINISTRATOR);
            assertThat(passwords.matches(
                            PASSWORD, users.findByName("anna").orElseThrow().passwordHash()))
                    .isTrue();
            assertThat(file.path()).doesNotExist();
            assertThat(service.needed()).isFalse();
            assertThat(service.create(draft(valid, "Ben"), ADDRESS)).isEqualTo(new SetupOutcome.TooLate());
        }

        @Test
        void refusesAWrongAndAnOldCode() {
            String valid = code.current();
            assertThat(service.create(draft("0000-0000-0000-0000-0000-0000-0000", "anna"), ADDRESS))
                    .isEqualTo(new SetupOutcome.WrongCode());
            assertThat(service.create(draft("", "anna"), ADDRESS)).isEqualTo(new SetupOutcome.WrongCode());
            clock.advance(Duration.ofHours(24));
            assertThat(service.create(draft(valid, "anna"), ADDRESS)).isEqualTo(new SetupOutcome.WrongCode());
            assertThat(users.isEmpty()).isTrue();
        }

        @Test
        void keepsTheCodeWhenThePasswordIsRefused() {
            String valid = code.current();
            SetupDraft weak = new SetupDraft(valid, "anna", "Anna Lee", "password1234");
            assertThat(service.create(weak, ADDRESS))
                    .isEqualTo(new SetupOutcome.WeakPassword(PasswordPolicy.Weakness.WELL_KNOWN));
            assertThat(service.create(draft(valid, "\u200b"), ADDRESS)).isEqualTo(new SetupOutcome.UnusableName());
            assertThat(service.create(draft(valid, "anna"), ADDRESS)).isEqualTo(new SetupOutcome.Created());
        }

        @Test
        void throttlesGuessesOfTheCodeForEachAddress() {
            String valid = code.current();
            SetupOutcome last = new SetupOutcome.Created();
            for (int i = 0; i <= ThrottleRule.ADDRESS_CAPACITY; i++) {
                last = service.create(draft("guess " + i, "anna"), ADDRESS);
            }
            assertThat(last).isInstanceOf(SetupOutcome.Blocked.class);
            assertThat(service.create(draft(valid, "anna"), ADDRESS)).isInstanceOf(SetupOutcome.Blocked.class);
            assertThat(service.create(draft(valid, "anna"), "198.51.100.7")).isEqualTo(new SetupOutcome.Created());
        }

        @Test
        void letsOneOfTwoWin() throws Exception {
            String valid = code.current();
            List<Callable<SetupOutcome>> racers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                SetupDraft draft = draft(valid, "anna" + i);
                racers.add(() -> administrator.create(draft, ADDRESS));
            }
            List<SetupOutcome> outcomes = new ArrayList<>();
            try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
                for (Future<SetupOutcome> racer : threads.invokeAll(racers)) {
                    outcomes.add(racer.get());
                }
            }
            assertThat(outcomes).containsOnlyOnce(new SetupOutcome.Created());
            assertThat(users.list()).hasSize(1);
        }

        @Test
        void printsNeitherCodeNorPassword() {
            assertThat(draft("the code", "anna").toString()).doesNotContain("the code", PASSWORD);
        }
    }

    @Nested
    class AtStart {

        private void start(@Nullable String name, @Nullable Path passwordFile, @Nullable String demoPassword) {
            new FirstRun(
                            administrator,
                            code,
                            file,
                            new SetupProperties(name, passwordFile, null),
                            new DemoAccount(demoPassword))
                    .afterSingletonsInstantiated();
        }

        @Test
        void offersACodeWhenNothingIsConfigured() {
            start(null, null, null);
            assertThat(file.path()).exists();
            assertThat(users.isEmpty()).isTrue();
        }

        @Test
        void takesNameAndPasswordFromTheConfiguration() throws IOException {
            Path passwordFile = Files.writeString(home.resolve("password"), PASSWORD + "\n");
            start("anna", passwordFile, null);
            assertThat(passwords.matches(
                            PASSWORD, users.findByName("anna").orElseThrow().passwordHash()))
                    .isTrue();
            assertThat(file.path()).doesNotExist();
        }

        @Test
        void aPasswordThatTheOperatorChoseStays() throws IOException {
            start("anna", Files.writeString(home.resolve("password"), PASSWORD), null);
            assertThat(users.findByName("anna").orElseThrow().passwordGiven()).isFalse();
            database.jdbc().sql("DELETE FROM app_user").update();
            start(null, null, PASSWORD);
            assertThat(users.findByName("admin").orElseThrow().passwordGiven()).isFalse();
        }

        @Test
        void refusesToStartWithAWeakOrMissingPasswordAndDoesNotRepeatIt() throws IOException {
            Path weak = Files.writeString(home.resolve("password"), "hunter2");
            assertThatIllegalStateException()
                    .isThrownBy(() -> start("anna", weak, null))
                    .withMessageContaining("too short")
                    .withMessageNotContaining("hunter2");
            assertThatIllegalStateException()
                    .isThrownBy(() -> start("anna", home.resolve("absent"), null))
                    .withMessageContaining("admin-password-file");
            assertThatIllegalStateException()
                    .isThrownBy(() -> start("anna", null, null))
                    .withMessageContaining("admin-password-file");
        }

        @Test
        void createsTheDemoAdministrator() {
            start(null, null, PASSWORD);
            assertThat(users.findByName("admin")).isPresent();
        }

        @Test
        void changesNothingWhereThereIsAUser() throws IOException {
            start(null, null, PASSWORD);
            Path passwordFile = Files.writeString(home.resolve("password"), PASSWORD);
            start("anna", passwordFile, null);
            start(null, null, "another password 41");
            assertThat(users.list()).hasSize(1);
            assertThat(passwords.matches(
                            PASSWORD, users.findByName("admin").orElseThrow().passwordHash()))
                    .isTrue();
        }
    }
}
