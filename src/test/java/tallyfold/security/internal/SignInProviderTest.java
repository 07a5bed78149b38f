package tallyfold.security.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import tallyfold.audit.AuditLog;
import tallyfold.audit.internal.AuditRepository;
import tallyfold.security.Role;
import tallyfold.security.User;
import tallyfold.support.Databases;
import tallyfold.support.MutableClock;
import tallyfold.support.TestUsers;

@ParameterizedClass
@EnumSource(Databases.Kind.class)
@SuppressWarnings("NullAway")
class SignInProviderTest {

    private static final String PASSWORD = "four quiet lowercase words";

    @Parameter
    private Databases.Kind kind;

    private final MutableClock clock = new MutableClock();
    private final Passwords passwords = new Passwords();
    private Databases database;
    private UserRepository users;
    private SignInProvider provider;

    @BeforeEach
    void openDatabase() {
        database = Databases.fresh(kind);
        users = new UserRepository(database.jdbc());
        AuditLog audit = new AuditLog(
                new AuditRepository(database.jdbc()), database.transactions(), clock, () -> new byte[] {1});
        GuessThrottle throttle =
                new GuessThrottle(new ThrottleRepository(database.jdbc()), database.transactions(), clock);
        provider = new SignInProvider(users, passwords, throttle, audit, clock);
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    private Authentication signIn(String name, String password) {
        var attempt = UsernamePasswordAuthenticationToken.unauthenticated(name, password);
        attempt.setDetails(new WebAuthenticationDetails("192.0.2.7", null));
        return provider.authenticate(attempt);
    }

    private User add(Role role, String name, String hash) {
        User user = TestUsers.user(role, name);
        users.insert(user, hash, clock.instant());
        return user;
    }

    @Test
    void givesARoleAndAllItIncludes() {
        add(Role.PROJECT_MANAGER, "ben", passwords.hash(PASSWORD));
        assertThat(signIn("ben", PASSWORD).getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .containsExactly("ROLE_PROJECT_MANAGER", "ROLE_VIEWER");
    }

    @Test
    void refusesADisabledUserWithTheRightPassword() {
        User anna = TestUsers.user(Role.VIEWER, "anna");
        users.insert(
                new User(anna.id(), anna.name(), anna.displayName(), anna.role(), false),
                passwords.hash(PASSWORD),
                clock.instant());
        assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> signIn("anna", PASSWORD));
    }

    @Test
    void takesBcryptOnceAndReplacesItByArgon2id() {
        add(Role.VIEWER, "anna", "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD));
        signIn("anna", PASSWORD);
        assertThat(users.findByName("anna").orElseThrow().passwordHash()).startsWith("{argon2id}$argon2id$");
        signIn("anna", PASSWORD);
    }

    @Test
    void hashesAsOwaspAdvisesAndRenewsWhatWasMadeWithLess() {
        String older = "{argon2id}"
                + Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(PASSWORD);
        assertThat(older).contains("$m=16384,t=2,p=1$");
        add(Role.VIEWER, "anna", older);
        signIn("anna", PASSWORD);
        String renewed = users.findByName("anna").orElseThrow().passwordHash();
        assertThat(renewed).contains("$argon2id$v=19$m=19456,t=2,p=1$");
        signIn("anna", PASSWORD);
        assertThat(users.findByName("anna").orElseThrow().passwordHash())
                .as("hashed anew once")
                .isEqualTo(renewed);
    }

    @Test
    void aGivenPasswordOpensNothingButTheChoiceOfAnother() {
        User ben = TestUsers.user(Role.ADMINISTRATOR, "ben");
        users.insert(ben, passwords.hash(PASSWORD), clock.instant());
        users.givePassword(ben.id(), passwords.hash(PASSWORD), clock.instant());
        assertThat(signIn("ben", PASSWORD).getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .containsExactly("ROLE_CHOOSE_PASSWORD");
        users.changePassword(ben.id(), passwords.hash("another secret of the test"), clock.instant());
        assertThat(signIn("ben", "another secret of the test").getAuthorities()).hasSize(3);
    }

    @Test
    void takesThePasswordInEitherUnicodeForm() {
        add(Role.VIEWER, "anna", passwords.hash("größe und ähre am see"));
        signIn("anna", "gro\u0308ße und a\u0308hre am see");
    }

    @Test
    void refusesAnOversizedPasswordWithoutAnError() {
        add(Role.VIEWER, "anna", passwords.hash(PASSWORD));
        assertThatExceptionOfType(BadCredentialsException.class)
                .isThrownBy(() -> signIn("anna", "x".repeat(1_000_000)));
        assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> signIn("x".repeat(1_000_000), "x"));
        assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> signIn("anna\u0000", PASSWORD));
    }

    @Test
    void saysUntilWhenToWaitForKnownAndUnknownNamesAlike() {
        add(Role.VIEWER, "anna", passwords.hash(PASSWORD));
        for (String name : List.of("anna", "nobody")) {
            for (int i = 0; i < 5; i++) {
                assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> signIn(name, "wrong"));
            }
            Instant until = clock.instant().plusSeconds(30);
            assertThatExceptionOfType(SignInBlockedException.class)
                    .isThrownBy(() -> signIn(name, PASSWORD))
                    .satisfies(blocked -> assertThat(blocked.until()).isEqualTo(until));
        }
    }

    @Test
    void takesAboutAsLongForAnUnknownNameAsForAWrongPassword() {
        add(Role.VIEWER, "anna", passwords.hash(PASSWORD));
        refused("anna");
        refused("nobody");
        long known = Long.MAX_VALUE;
        long unknown = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            clock.advance(Duration.ofHours(25));
            known = Math.min(known, refused("anna"));
            unknown = Math.min(unknown, refused("nobody"));
        }
        assertThat((double) unknown / known).isBetween(0.4, 2.5);
    }

    private long refused(String name) {
        long start = System.nanoTime();
        assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> signIn(name, "wrong"));
        return System.nanoTime() - start;
    }

    @Test
    void writesDownWhoCameFromWhere() {
        add(Role.VIEWER, "anna", passwords.hash(PASSWORD));
        signIn("anna", PASSWORD);
        refused("anna");
        refused("my password in the wrong field");
        assertThat(database.jdbc()
                        .sql("SELECT actor, origin, action, subject, outcome FROM audit_event ORDER BY seq")
                        .query((row, _) -> String.join(
                                " ",
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5)))
                        .list())
                .containsExactly(
                        "anna 192.0.2.7 user.signed-in anna SUCCESS",
                        "system 192.0.2.7 user.signed-in anna REFUSED",
                        "system 192.0.2.7 user.signed-in unknown user REFUSED");
    }
}
