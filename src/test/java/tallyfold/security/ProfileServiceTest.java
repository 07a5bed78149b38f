package tallyfold.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.security.core.context.SecurityContextHolder;
import tallyfold.audit.AuditLog;
import tallyfold.audit.internal.AuditRepository;
import tallyfold.security.internal.AccountSessions;
import tallyfold.security.internal.AccountWorld;
import tallyfold.security.internal.GuessThrottle;
import tallyfold.security.internal.PasswordPolicy;
import tallyfold.security.internal.Passwords;
import tallyfold.security.internal.ThrottleRepository;
import tallyfold.security.internal.UserRepository;
import tallyfold.support.Databases;
import tallyfold.support.MutableClock;
import tallyfold.support.TestUsers;

@ParameterizedClass
@EnumSource(Databases.Kind.class)
@SuppressWarnings("NullAway")
class ProfileServiceTest {

    private static final String HOME = "192.0.2.1";
    private static final String OLD = "the old words of anna";
    private static final String NEW = "four quiet lowercase words";
    private static final Passwords PASSWORDS = new Passwords();
    private static final String OLD_HASH = PASSWORDS.hash(OLD);

    @Parameter
    private Databases.Kind kind;

    private final MutableClock clock = new MutableClock();
    private final User anna = TestUsers.user(Role.VIEWER, "anna");
    private Databases database;
    private AccountWorld world;
    private ProfileService profile;

    @BeforeEach
    void open() {
        database = Databases.fresh(kind);
        UserRepository users = new UserRepository(database.jdbc());
        GuessThrottle throttle =
                new GuessThrottle(new ThrottleRepository(database.jdbc()), database.transactions(), clock);
        AuditLog audit = new AuditLog(
                new AuditRepository(database.jdbc()), database.transactions(), clock, () -> new byte[] {1});
        world = new AccountWorld(database, clock, PASSWORDS, throttle, audit);
        profile = new ProfileService(
                new CurrentUser(),
                users,
                world.changes(),
                world.passwordChange(),
                PASSWORDS,
                new PasswordPolicy(),
                throttle,
                world.sessions(),
                audit,
                database.transactions());
        users.insert(anna, OLD_HASH, clock.instant());
        clock.advance(Duration.ofSeconds(1));
        SecurityContextHolder.setContext(TestUsers.contextOf(anna));
        world.signIn(anna, AccountSessions.own());
        clock.advance(Duration.ofSeconds(1));
    }

    @AfterEach
    void close() {
        SecurityContextHolder.clearContext();
        database.close();
    }

    @Test
    void anotherPasswordEndsAllSessionsButTheOneThatAsks() {
        SessionId elsewhere = world.signIn(anna);
        assertThat(profile.changePassword(OLD, NEW, HOME)).isEqualTo(new ProfileResult.Saved());
        assertThat(world.holds(elsewhere)).isFalse();
        assertThat(world.holds(AccountSessions.own())).isTrue();
        assertThat(profile.sessions()).extracting(UserSession::own).containsExactly(true);
        assertThat(profile.changePassword(OLD, NEW, HOME)).isEqualTo(new ProfileResult.WrongPassword());
    }

    @Test
    void wrongCurrentPasswordsCountAsTheyDoAtTheSignIn() {
        for (int i = 0; i < 5; i++) {
            assertThat(profile.changePassword("wrong", NEW, HOME)).isEqualTo(new ProfileResult.WrongPassword());
        }
        assertThat(profile.changePassword(OLD, NEW, HOME)).isInstanceOf(ProfileResult.Blocked.class);
        clock.advance(Duration.ofSeconds(31));
        assertThat(profile.changePassword(OLD, NEW, HOME)).isEqualTo(new ProfileResult.Saved());
    }

    @Test
    void refusesAWeakPasswordAndKeepsTheOldOne() {
        assertThat(profile.changePassword(OLD, "short", HOME))
                .isEqualTo(new ProfileResult.WeakPassword("security.password.too-short", 12));
        assertThat(profile.changePassword(OLD, NEW, HOME)).isEqualTo(new ProfileResult.Saved());
    }

    @Test
    void aGivenPasswordIsReplacedByAnotherOneAndTheSessionGoesOn() {
        database.jdbc().sql("UPDATE app_user SET password_given = TRUE").update();
        SecurityContextHolder.setContext(TestUsers.contextOf(anna, true));
        world.signIn(anna, AccountSessions.own());
        SessionId elsewhere = world.signIn(anna);
        assertThat(new CurrentUser().is(Role.VIEWER)).isFalse();
        assertThat(profile.choosePassword(OLD)).isEqualTo(new ProfileResult.WeakPassword("security.password.given", 0));
        assertThat(profile.choosePassword("short"))
                .isEqualTo(new ProfileResult.WeakPassword("security.password.too-short", 12));
        assertThat(new CurrentUser().hasGivenPassword()).isTrue();
        assertThat(profile.choosePassword(NEW)).isEqualTo(new ProfileResult.Saved());
        assertThat(new CurrentUser().hasGivenPassword()).isFalse();
        assertThat(new CurrentUser().is(Role.VIEWER)).isTrue();
        assertThat(world.holds(AccountSessions.own())).isTrue();
        assertThat(world.holds(elsewhere)).isFalse();
        var stored = new UserRepository(database.jdbc()).findByName("anna").orElseThrow();
        assertThat(stored.passwordGiven()).isFalse();
        assertThat(PASSWORDS.matches(NEW, stored.passwordHash())).isTrue();
    }

    @Test
    void savesNameAndAddressUnlessTheyWereChangedElsewhere() {
        int version = profile.me().version();
        assertThat(profile.save("Anna Lee", "anna@contoso.com", version)).isEqualTo(new ProfileResult.Saved());
        assertThat(profile.me().user().displayName()).isEqualTo("Anna Lee");
        assertThat(profile.me().email()).isEqualTo("anna@contoso.com");
        assertThat(new CurrentUser().require().displayName()).isEqualTo("Anna Lee");
        assertThat(profile.save("Other", "", version)).isEqualTo(new ProfileResult.Outdated());
        assertThat(profile.save("a\u0007b", "", version + 1)).isEqualTo(new ProfileResult.DisplayNameUnusable());
        assertThat(profile.save("Anna", "not an address", version + 1)).isEqualTo(new ProfileResult.EmailUnusable());
    }

    @Test
    void endsOnlyOwnSessions() {
        User ben = TestUsers.user(Role.VIEWER, "ben");
        new UserRepository(database.jdbc()).insert(ben, "{noop}", clock.instant());
        SessionId foreign = world.signIn(ben);
        SessionId elsewhere = world.signIn(anna);
        assertThat(profile.endSession(foreign)).isFalse();
        assertThat(profile.signOutElsewhere()).isEqualTo(1);
        assertThat(world.holds(elsewhere)).isFalse();
        assertThat(world.holds(foreign)).isTrue();
        assertThat(world.holds(AccountSessions.own())).isTrue();
    }
}
