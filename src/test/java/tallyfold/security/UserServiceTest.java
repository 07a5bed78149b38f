package tallyfold.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.core.context.SecurityContextHolder;
import tallyfold.audit.AuditLog;
import tallyfold.audit.internal.AuditRepository;
import tallyfold.security.internal.AccountSessions;
import tallyfold.security.internal.AccountWorld;
import tallyfold.security.internal.GuessThrottle;
import tallyfold.security.internal.LinkOutcome;
import tallyfold.security.internal.PasswordLinks;
import tallyfold.security.internal.PasswordPolicy;
import tallyfold.security.internal.Passwords;
import tallyfold.security.internal.ThrottleRepository;
import tallyfold.security.internal.UserRepository;
import tallyfold.support.Databases;
import tallyfold.support.MutableClock;
import tallyfold.support.TestUsers;

/** Invitations, links, changes and sessions; rights are tested where the services are walked. */
@ParameterizedClass
@EnumSource(Databases.Kind.class)
@SuppressWarnings("NullAway")
class UserServiceTest {

    private static final String HOME = "192.0.2.1";
    private static final String PASSWORD = "four quiet lowercase words";
    private static final Passwords PASSWORDS = new Passwords();

    @Parameter
    private Databases.Kind kind;

    private final MutableClock clock = new MutableClock();
    private final User anna = TestUsers.user(Role.ADMINISTRATOR, "anna");
    private Databases database;
    private UserRepository users;
    private AccountWorld world;
    private GuessThrottle throttle;
    private UserService service;

    @BeforeEach
    void open() {
        database = Databases.fresh(kind);
        users = new UserRepository(database.jdbc());
        throttle = new GuessThrottle(new ThrottleRepository(database.jdbc()), database.transactions(), clock);
        AuditLog audit = new AuditLog(
                new AuditRepository(database.jdbc()), database.transactions(), clock, () -> new byte[] {1});
        world = new AccountWorld(database, clock, PASSWORDS, throttle, audit);
        service = new UserService(
                users, world.passwordLinks(), world.changes(), world.sessions(), audit, clock, database.transactions());
        users.insert(anna, "{noop}", clock.instant());
        SecurityContextHolder.setContext(TestUsers.contextOf(anna));
        clock.advance(Duration.ofSeconds(1));
    }

    @AfterEach
    void close() {
        SecurityContextHolder.clearContext();
        database.close();
    }

    private InviteResult.Invited invite(String name, Role role) {
        return (InviteResult.Invited) service.invite(new UserDraft(name, "", "", role));
    }

    private User active(String name, Role role) {
        User user = TestUsers.user(role, name);
        users.insert(user, "{noop}", clock.instant());
        clock.advance(Duration.ofSeconds(1));
        return user;
    }

    private static String token(PasswordLink link) {
        return link.path().substring(PasswordLinks.PATH.length());
    }

    private UserRow row(User user) {
        return service.row(user.id()).orElseThrow();
    }

    private LinkOutcome use(PasswordLink link) {
        return world.invitations().setPassword(token(link), PASSWORD, HOME);
    }

    private String written() {
        return String.join(
                "\n",
                database.jdbc()
                        .sql("SELECT action, subject, outcome, detail FROM audit_event ORDER BY seq")
                        .query((row, _) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3) + " "
                                + row.getString(4))
                        .list());
    }

    @Test
    void invitedPersonSetsThePasswordOnce() {
        var invited = invite("Mona@Contoso.com", Role.PROJECT_MANAGER);
        assertThat(row(invited.user()).status()).isEqualTo(UserStatus.INVITED);
        assertThat(row(invited.user()).email()).isEqualTo("Mona@Contoso.com");
        assertThat(world.invitations().look(token(invited.link()), HOME))
                .isEqualTo(new LinkOutcome.Open("Mona@Contoso.com", "Mona@Contoso.com", true));
        assertThat(use(invited.link())).isEqualTo(new LinkOutcome.Done("Mona@Contoso.com"));
        assertThat(row(invited.user()).status()).isEqualTo(UserStatus.ACTIVE);
        assertThat(PASSWORDS.matches(
                        PASSWORD,
                        String.valueOf(users.findByName("mona@contoso.com")
                                .orElseThrow()
                                .passwordHash())))
                .isTrue();
        assertThat(use(invited.link())).isEqualTo(new LinkOutcome.Unusable());
        assertThat(written())
                .contains("user.invited Mona@Contoso.com SUCCESS Project manager")
                .contains("user.invitation-accepted Mona@Contoso.com SUCCESS");
    }

    @Test
    void aLinkReplacesAGivenPasswordByAnotherOneOnly() {
        User ben = active("ben", Role.VIEWER);
        database.jdbc()
                .sql("UPDATE app_user SET password_given = TRUE, password_hash = ? WHERE name = 'ben'")
                .param(PASSWORDS.hash(PASSWORD))
                .update();
        PasswordLink link = ((PasswordLinkResult.Made) service.makeLink(ben.id())).link();
        assertThat(use(link)).isEqualTo(new LinkOutcome.WeakPassword(PasswordPolicy.Weakness.GIVEN));
        assertThat(world.invitations().setPassword(token(link), "another secret of the test", HOME))
                .isEqualTo(new LinkOutcome.Done("ben"));
        assertThat(users.findByName("ben").orElseThrow().passwordGiven()).isFalse();
    }

    @Test
    void keepsTheLinkNowhere() {
        String token = token(invite("mona", Role.VIEWER).link());
        assertThat(token).hasSizeGreaterThanOrEqualTo(43);
        assertThat(written()).doesNotContain(token);
        assertThat(database.jdbc()
                        .sql("SELECT token_hash FROM password_link")
                        .query(String.class)
                        .single())
                .isNotEqualTo(token)
                .hasSize(64);
        assertThat(new PasswordLink("invite/" + token, clock.instant()).toString())
                .doesNotContain(token);
    }

    @Test
    void answersUnknownExpiredUsedAndWithdrawnLinksAlike() {
        var expired = invite("one", Role.VIEWER);
        clock.advance(Duration.ofDays(3));
        var withdrawn = invite("two", Role.VIEWER);
        assertThat(service.withdrawLink(withdrawn.user().id())).isTrue();
        var replaced = invite("three", Role.VIEWER);
        service.makeLink(replaced.user().id());
        for (String token : List.of(
                token(expired.link()), token(withdrawn.link()), token(replaced.link()), "", "x", "\u0000'; --")) {
            assertThat(world.invitations().look(token, HOME)).isEqualTo(new LinkOutcome.Unusable());
            assertThat(world.invitations().setPassword(token, PASSWORD, HOME)).isEqualTo(new LinkOutcome.Unusable());
        }
    }

    @Test
    void newLinkWorksAfterTheOldOneExpired() {
        var invited = invite("mona", Role.VIEWER);
        clock.advance(Duration.ofHours(80));
        var made = (PasswordLinkResult.Made) service.makeLink(invited.user().id());
        assertThat(use(made.link())).isInstanceOf(LinkOutcome.Done.class);
    }

    @Test
    void throttlesGuessesAtLinksByAddress() {
        for (int i = 0; i < 40; i++) {
            assertThat(world.invitations().look("guess" + i, HOME)).isEqualTo(new LinkOutcome.Unusable());
        }
        assertThat(world.invitations().look("guess", HOME)).isInstanceOf(LinkOutcome.Blocked.class);
        assertThat(world.invitations().look("guess", "198.51.100.1")).isEqualTo(new LinkOutcome.Unusable());
    }

    @Test
    void refusesAWeakPasswordAndKeepsTheLink() {
        var invited = invite("mona", Role.VIEWER);
        assertThat(world.invitations().setPassword(token(invited.link()), "short", HOME))
                .isInstanceOf(LinkOutcome.WeakPassword.class);
        assertThat(use(invited.link())).isInstanceOf(LinkOutcome.Done.class);
    }

    @Test
    void letsOnlyOneOfManyUseALink() throws Exception {
        var invited = invite("mona", Role.VIEWER);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<LinkOutcome>> all = List.of(
                    () -> use(invited.link()),
                    () -> use(invited.link()),
                    () -> use(invited.link()),
                    () -> use(invited.link()));
            int done = 0;
            for (Future<LinkOutcome> one : threads.invokeAll(all)) {
                done += one.get() instanceof LinkOutcome.Done ? 1 : 0;
            }
            assertThat(done).isEqualTo(1);
        }
    }

    @Test
    void disabledUsersLinkDoesNotWork() {
        var invited = invite("mona", Role.VIEWER);
        assertThat(service.disable(invited.user().id())).isEqualTo(new ChangeUserResult.Changed());
        assertThat(use(invited.link())).isEqualTo(new LinkOutcome.Unusable());
        assertThat(service.makeLink(invited.user().id())).isEqualTo(new PasswordLinkResult.Disabled());
        assertThat(service.enable(invited.user().id())).isEqualTo(new ChangeUserResult.Changed());
        assertThat(row(invited.user()).status()).isEqualTo(UserStatus.INVITED);
    }

    @Test
    void resetLinkEndsSessionsAndTheWaitWhenItIsUsed() {
        User ben = active("ben", Role.VIEWER);
        SessionId session = world.signIn(ben);
        var made = (PasswordLinkResult.Made) service.makeLink(ben.id());
        assertThat(world.holds(session)).isTrue();
        for (int i = 0; i < 6; i++) {
            throttle.guess("ben", "198.51.100.9");
        }
        clock.advance(Duration.ofSeconds(1));
        assertThat(use(made.link())).isInstanceOf(LinkOutcome.Done.class);
        assertThat(world.holds(session)).isFalse();
        assertThat(throttle.guess("ben", "198.51.100.10")).isEmpty();
        assertThat(written()).contains("user.password-reset ben SUCCESS by one-time link");
    }

    @Test
    void signsEverybodyOutTheOneWhoAsksToo() {
        User ben = active("ben", Role.VIEWER);
        world.signIn(ben);
        clock.advance(Duration.ofMinutes(31));
        SessionId own = world.signIn(anna, AccountSessions.own());
        SessionId bens = world.signIn(ben);
        assertThat(service.signOutEverybody())
                .as("without the one left long ago")
                .isEqualTo(2);
        assertThat(world.holds(own)).isFalse();
        assertThat(world.holds(bens)).isFalse();
        assertThat(written()).contains("user.everybody-signed-out everybody SUCCESS 2");
        assertThat(service.signOutEverybody()).isZero();
    }

    @Test
    void takesAnInvitationBackButNobodyWithAPassword() {
        var invited = invite("mona", Role.VIEWER);
        assertThat(service.deleteInvitation(invited.user().id())).isEqualTo(new ChangeUserResult.Changed());
        assertThat(service.exists("mona")).isFalse();
        assertThat(use(invited.link())).isEqualTo(new LinkOutcome.Unusable());
        assertThat(service.deleteInvitation(invited.user().id())).isEqualTo(new ChangeUserResult.Gone());
        assertThat(service.deleteInvitation(active("ben", Role.VIEWER).id()))
                .isEqualTo(new ChangeUserResult.NoInvitation());
    }

    @Test
    void refusesNamesThatAreTakenOrCannotBeSeen() {
        invite("mona", Role.VIEWER);
        assertThat(service.invite(new UserDraft(" MONA", "", "", Role.VIEWER))).isEqualTo(new InviteResult.NameTaken());
        assertThat(service.invite(new UserDraft("a\u202eb", "", "", Role.VIEWER)))
                .isEqualTo(new InviteResult.NameUnusable());
        assertThat(service.invite(new UserDraft("x", "a\nb", "", Role.VIEWER)))
                .isEqualTo(new InviteResult.DisplayNameUnusable());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mona", "@contoso.com", "a@b@c", "a@b\r\nBcc: x@y", "a b@c", "<a@b>", "a@b,c@d"})
    void refusesWhatIsNoMailAddress(String email) {
        assertThat(service.invite(new UserDraft("mona", "", email, Role.VIEWER)))
                .isEqualTo(new InviteResult.EmailUnusable());
        assertThat(service.exists("mona")).isFalse();
    }

    @Test
    void lastAdministratorStays() {
        invite("invited", Role.ADMINISTRATOR);
        assertThat(service.disable(anna.id())).isEqualTo(new ChangeUserResult.LastAdministrator());
        assertThat(service.edit(
                        anna.id(),
                        new UserDraft("", "Anna", "", Role.VIEWER),
                        row(anna).version()))
                .isEqualTo(new ChangeUserResult.LastAdministrator());
        assertThat(row(anna).user()).isEqualTo(anna);
        assertThat(written()).contains("user.disabled anna REFUSED last administrator");
    }

    @Test
    void nobodyTakesTheOwnRightsAway() {
        active("ben", Role.ADMINISTRATOR);
        assertThat(service.disable(anna.id())).isEqualTo(new ChangeUserResult.OwnAccount());
        assertThat(service.edit(
                        anna.id(),
                        new UserDraft("", "Anna", "", Role.VIEWER),
                        row(anna).version()))
                .isEqualTo(new ChangeUserResult.OwnAccount());
        assertThat(row(anna).user().role()).isEqualTo(Role.ADMINISTRATOR);
    }

    @Test
    void oneOfTwoAdministratorsWhoDisableEachOtherStays() throws Exception {
        User ben = active("ben", Role.ADMINISTRATOR);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Callable<ChangeUserResult>> both = List.of(() -> disable(anna, ben), () -> disable(ben, anna));
            int done = 0;
            for (Future<ChangeUserResult> one : threads.invokeAll(both)) {
                done += one.get() instanceof ChangeUserResult.Changed ? 1 : 0;
            }
            assertThat(done).isEqualTo(1);
        }
    }

    private ChangeUserResult disable(User by, User disabled) {
        SecurityContextHolder.setContext(TestUsers.contextOf(by));
        try {
            return service.disable(disabled.id());
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    @Test
    void doesNotOverwriteWhatSomebodyElseChanged() {
        User ben = active("ben", Role.VIEWER);
        int version = row(ben).version();
        assertThat(service.edit(ben.id(), new UserDraft("", "Ben One", "", Role.VIEWER), version))
                .isEqualTo(new ChangeUserResult.Changed());
        assertThat(service.edit(ben.id(), new UserDraft("", "Ben Two", "", Role.VIEWER), version))
                .isEqualTo(new ChangeUserResult.Outdated());
        assertThat(row(ben).user().displayName()).isEqualTo("Ben One");
        assertThat(service.edit(ben.id(), new UserDraft("", "", "ben@contoso.com", Role.VIEWER), version + 1))
                .isEqualTo(new ChangeUserResult.Changed());
        assertThat(row(ben).email()).isEqualTo("ben@contoso.com");
        assertThat(row(ben).user().displayName()).isEqualTo("ben");
    }

    @Test
    void anotherRoleOrDisablingEndsSessionsAndAnotherNameDoesNot() {
        User ben = active("ben", Role.VIEWER);
        SessionId session = world.signIn(ben);
        service.edit(ben.id(), new UserDraft("", "Benjamin", "", Role.VIEWER), row(ben).version());
        assertThat(world.holds(session)).isTrue();
        assertThat(row(ben).sessions()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(1));
        service.edit(ben.id(), new UserDraft("", "Benjamin", "", Role.PROJECT_MANAGER), row(ben).version());
        assertThat(world.holds(session)).isFalse();
        assertThat(written()).contains("user.role-changed ben SUCCESS from Viewer to Project manager");
        SessionId again = world.signIn(ben);
        assertThat(world.holds(again)).isTrue();
        service.disable(ben.id());
        assertThat(world.holds(again)).isFalse();
        assertThat(row(ben).status()).isEqualTo(UserStatus.DISABLED);
    }

    @Test
    void endsOneSessionOrAll() {
        User ben = active("ben", Role.VIEWER);
        SessionId one = world.signIn(ben);
        SessionId two = world.signIn(ben);
        SessionId foreign = world.signIn(anna);
        assertThat(service.sessions(ben.id())).extracting(UserSession::id).containsExactlyInAnyOrder(one, two);
        assertThat(service.endSession(ben.id(), foreign)).isFalse();
        assertThat(world.holds(foreign)).isTrue();
        assertThat(service.endSession(ben.id(), one)).isTrue();
        assertThat(world.holds(one)).isFalse();
        assertThat(service.signOutEverywhere(ben.id())).isEqualTo(1);
        assertThat(world.holds(two)).isFalse();
    }

    @Test
    void showsNoSessionThatNobodyUses() {
        User ben = active("ben", Role.VIEWER);
        world.signIn(ben);
        clock.advance(Duration.ofMinutes(31));
        assertThat(service.sessions(ben.id())).isEmpty();
        assertThat(row(ben).sessions()).isZero();
    }
}
