package tallyfold.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tallyfold.audit.AuditLog;
import tallyfold.audit.internal.AuditRepository;
import tallyfold.security.internal.AccountWorld;
import tallyfold.security.internal.GuessThrottle;
import tallyfold.security.internal.PasswordPolicy;
import tallyfold.security.internal.Passwords;
import tallyfold.security.internal.ThrottleRepository;
import tallyfold.security.internal.UserRepository;
import tallyfold.support.Databases;
import tallyfold.support.MutableClock;
import tallyfold.support.TestUsers;

@SuppressWarnings("NullAway")
class PasswordResetTest {

    private final MutableClock clock = new MutableClock();
    private final Passwords passwords = new Passwords();
    private final Databases database = Databases.fresh(Databases.Kind.H2);
    private final UserRepository users = new UserRepository(database.jdbc());
    private final GuessThrottle throttle =
            new GuessThrottle(new ThrottleRepository(database.jdbc()), database.transactions(), clock);
    private final AuditLog audit =
            new AuditLog(new AuditRepository(database.jdbc()), database.transactions(), clock, () -> new byte[] {1});
    private final AccountWorld world = new AccountWorld(database, clock, passwords, throttle, audit);
    private final PasswordReset reset = new PasswordReset(users, world.passwordChange(), passwords, throttle);
    private final User anna = TestUsers.user(Role.ADMINISTRATOR, "anna");

    @BeforeEach
    void addUser() {
        users.insert(
                new User(anna.id(), anna.name(), anna.displayName(), anna.role(), false),
                passwords.hash("the forgotten password"),
                clock.instant());
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void givesAStrongPasswordThatWorksAndEnablesTheAccount() {
        String password = reset.reset("ANNA");
        assertThat(new PasswordPolicy().weakness(password, "anna")).isEmpty();
        var stored = users.findByName("anna").orElseThrow();
        assertThat(passwords.matches(password, stored.passwordHash())).isTrue();
        assertThat(passwords.matches("the forgotten password", stored.passwordHash()))
                .isFalse();
        assertThat(stored.user().enabled()).isTrue();
        assertThat(stored.passwordGiven()).isTrue();
        assertThat(reset.reset("anna")).isNotEqualTo(password);
    }

    @Test
    void endsTheWaitAndTheSessions() {
        SessionId before = world.signIn(anna);
        for (int i = 0; i < 5; i++) {
            throttle.guess("anna", "192.0.2.1");
        }
        clock.advance(Duration.ofSeconds(1));
        reset.reset("anna");
        assertThat(throttle.guess("anna", "192.0.2.1")).isEmpty();
        assertThat(world.holds(before)).isFalse();
        assertThat(world.holds(world.signIn(anna))).isTrue();
    }

    @Test
    void isWrittenDownWithoutThePassword() {
        String password = reset.reset("anna");
        assertThat(database.jdbc()
                        .sql("SELECT action, subject, detail FROM audit_event")
                        .query((row, _) -> row.getString(1) + row.getString(2) + row.getString(3))
                        .list())
                .hasSize(1)
                .noneMatch(text -> text.contains(password));
    }

    @Test
    void saysThatThereIsNoSuchUser() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> reset.reset("nobody"))
                .withMessage("There is no user with this name");
    }
}
