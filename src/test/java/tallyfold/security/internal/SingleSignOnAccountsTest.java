package tallyfold.security.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import tallyfold.audit.AuditLog;
import tallyfold.audit.internal.AuditRepository;
import tallyfold.security.Role;
import tallyfold.security.SessionId;
import tallyfold.security.User;
import tallyfold.security.UserRow;
import tallyfold.security.UserStatus;
import tallyfold.support.Databases;
import tallyfold.support.MutableClock;
import tallyfold.support.TestUsers;

/** Accounts of people a provider has vouched for; that it may be believed is tested elsewhere. */
@ParameterizedClass
@EnumSource(Databases.Kind.class)
@SuppressWarnings("NullAway")
class SingleSignOnAccountsTest {

    private static final String HOME = "192.0.2.1";

    @Parameter
    private Databases.Kind kind;

    private final MutableClock clock = new MutableClock();
    private final User admin = TestUsers.user(Role.ADMINISTRATOR, "admin");
    private Databases database;
    private AccountWorld world;
    private SingleSignOnAccounts accounts;

    @BeforeEach
    void open() {
        database = Databases.fresh(kind);
        GuessThrottle throttle =
                new GuessThrottle(new ThrottleRepository(database.jdbc()), database.transactions(), clock);
        AuditLog audit = new AuditLog(
                new AuditRepository(database.jdbc()), database.transactions(), clock, () -> new byte[] {1});
        world = new AccountWorld(database, clock, new Passwords(), throttle, audit);
        accounts = new SingleSignOnAccounts(
                world.users,
                new IdentityRepository(database.jdbc()),
                world.rows,
                world.sessions,
                audit,
                clock,
                database.transactions(),
                new SingleSignOnProperties(
                        "https://login.contoso.example",
                        "tallyfold",
                        "secret",
                        "Contoso",
                        "roles",
                        "admins",
                        "managers",
                        "readers",
                        null));
        world.users.insert(admin, "{noop}", clock.instant());
        clock.advance(Duration.ofSeconds(1));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static OidcUser said(String issuer, String subject, Map<String, Object> more) {
        Map<String, Object> claims = new HashMap<>(more);
        claims.put("iss", issuer);
        claims.put("sub", subject);
        Instant now = Instant.parse("2026-11-23T09:00:00Z");
        return new DefaultOidcUser(List.of(), new OidcIdToken("x", now, now.plusSeconds(60), claims));
    }

    private static OidcUser said(String subject, Map<String, Object> more) {
        return said("https://login.contoso.example", subject, more);
    }

    private UserRow row(String name) {
        User user = world.users.findByName(name).orElseThrow().user();
        return world.users.row(user.id(), Instant.EPOCH).orElseThrow();
    }

    @Test
    void makesAnAccountWithoutAPasswordAtTheFirstSignIn() {
        SignedInUser in = accounts.welcome(
                said(
                        "1",
                        Map.of(
                                "preferred_username", "grace",
                                "name", "Grace Hopper",
                                "email", "grace@contoso.com",
                                "roles", List.of("managers"))),
                HOME);
        UserRow row = row("grace");
        assertThat(row.user()).isEqualTo(in.user());
        assertThat(row.user().displayName()).isEqualTo("Grace Hopper");
        assertThat(row.user().role()).isEqualTo(Role.PROJECT_MANAGER);
        assertThat(row.email()).isEqualTo("grace@contoso.com");
        assertThat(row.singleSignOn()).isTrue();
        assertThat(row.status()).isEqualTo(UserStatus.ACTIVE);
        assertThat(row.lastSignIn()).isEqualTo(clock.instant());
        assertThat(row("admin").singleSignOn()).isFalse();
    }

    @Test
    void tellsPeopleApartByIssuerAndSubjectAlone() {
        Map<String, Object> same =
                Map.of("preferred_username", "grace", "email", "admin@contoso.com", "roles", "readers");
        User one = accounts.welcome(said("1", same), HOME).user();
        assertThat(accounts.welcome(said("1", same), HOME).user()).isEqualTo(one);
        assertThat(accounts.welcome(said("2", same), HOME).user().name()).isEqualTo("grace-2");
        assertThat(accounts.welcome(said("https://elsewhere.example", "1", same), HOME)
                        .user()
                        .name())
                .isEqualTo("grace-3");
    }

    @Test
    void findsANameForEverybody() {
        assertThat(accounts.welcome(said("1", Map.of("roles", "readers")), HOME)
                        .user()
                        .name())
                .startsWith("user-");
        assertThat(accounts.welcome(said("2", Map.of("roles", "readers", "preferred_username", "a\u0000b\u202e")), HOME)
                        .user()
                        .name())
                .startsWith("user-");
        assertThat(accounts.welcome(said("3", Map.of("roles", "readers", "email", "ivy@contoso.com")), HOME)
                        .user()
                        .name())
                .isEqualTo("ivy@contoso.com");
        String longest = "x".repeat(125) + "\ud83d\ude00" + "y";
        Map<String, Object> longName = Map.of("roles", "readers", "preferred_username", longest);
        assertThat(accounts.welcome(said("4", longName), HOME).user().name()).isEqualTo(longest);
        assertThat(accounts.welcome(said("5", longName), HOME).user().name()).isEqualTo("x".repeat(125) + "-2");
    }

    @Test
    void keepsNoAddressThatTheProviderDoubts() {
        accounts.welcome(
                said(
                        "1",
                        Map.of(
                                "roles", "readers",
                                "preferred_username", "grace",
                                "email", "boss@contoso.com",
                                "email_verified", false)),
                HOME);
        assertThat(row("grace").email()).isNull();
    }

    @Test
    void endsTheSessionsWithAnotherRoleOnly() {
        Map<String, Object> reader = Map.of("preferred_username", "grace", "roles", "readers");
        User grace = accounts.welcome(said("1", reader), HOME).user();
        clock.advance(Duration.ofSeconds(1));
        SessionId before = world.signIn(grace);
        accounts.welcome(said("1", reader), HOME);
        assertThat(world.holds(before)).isTrue();
        User promoted = accounts.welcome(said("1", Map.of("roles", List.of("readers", "admins"))), HOME)
                .user();
        assertThat(promoted.role()).isEqualTo(Role.ADMINISTRATOR);
        assertThat(world.holds(before)).isFalse();
    }

    @Test
    void doesNotCountAmongTheAdministratorsWhoCanAlwaysSignIn() {
        accounts.welcome(said("1", Map.of("preferred_username", "grace", "roles", "admins")), HOME);
        assertThat(world.changes.enable(admin.id(), false))
                .isEqualTo(new tallyfold.security.ChangeUserResult.LastAdministrator());
    }

    @Test
    void isNoInvitationThatCouldBeTakenBack() {
        User grace = accounts.welcome(said("1", Map.of("preferred_username", "grace", "roles", "admins")), HOME)
                .user();
        assertThat(world.changes.deleteInvitation(grace.id()))
                .isEqualTo(new tallyfold.security.ChangeUserResult.NoInvitation());
    }

    @Test
    void makesOneAccountOfOnePersonWhoComesTwiceAtTheSameMoment() throws Exception {
        OidcUser grace = said("1", Map.of("preferred_username", "grace", "roles", "readers"));
        OidcUser other = said("2", Map.of("preferred_username", "grace", "roles", "readers"));
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<SignedInUser>> all = List.of(
                    () -> accounts.welcome(grace, HOME),
                    () -> accounts.welcome(other, HOME),
                    () -> accounts.welcome(grace, HOME),
                    () -> accounts.welcome(other, HOME));
            for (Future<SignedInUser> one : threads.invokeAll(all)) {
                assertThat(one.get().user().name()).startsWith("grace");
            }
        }
        assertThat(world.users.list()).extracting(User::name).containsExactly("admin", "grace", "grace-2");
    }

    @Test
    void refusesTheDisabledAndThoseWithoutARole() {
        Map<String, Object> reader = Map.of("preferred_username", "grace", "roles", "readers");
        User grace = accounts.welcome(said("1", reader), HOME).user();
        world.changes.enable(grace.id(), false);
        assertThatExceptionOfType(SingleSignOnException.class)
                .isThrownBy(() -> accounts.welcome(said("1", reader), HOME))
                .satisfies(why -> assertThat(why.reason()).isEqualTo(SignInRefusal.Reason.DISABLED));
        assertThatExceptionOfType(SingleSignOnException.class)
                .isThrownBy(() -> accounts.welcome(said("2", Map.of("preferred_username", "mallory")), HOME))
                .satisfies(why -> assertThat(why.reason()).isEqualTo(SignInRefusal.Reason.NO_ROLE));
        assertThat(world.users.findByName("mallory")).isEmpty();
    }
}
