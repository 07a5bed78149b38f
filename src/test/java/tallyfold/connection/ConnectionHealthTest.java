package tallyfold.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tallyfold.connection.internal.SealedTokens;
import tallyfold.kernel.Secret;
import tallyfold.provider.EndpointKind;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderFailure.NotFound;
import tallyfold.provider.ProviderFailure.ScopeMissing;
import tallyfold.provider.ProviderFailure.Throttled;
import tallyfold.provider.ProviderFailure.TokenRejected;
import tallyfold.provider.ProviderSession;
import tallyfold.security.Role;
import tallyfold.support.Databases;
import tallyfold.vault.SealedSecret;

@ParameterizedClass
@EnumSource(Databases.Kind.class)
class ConnectionHealthTest {

    private final ConnectionFixture fixture;

    ConnectionHealthTest(Databases.Kind kind) {
        fixture = ConnectionFixture.empty(kind);
    }

    @BeforeEach
    void signIn() {
        fixture.signIn(Role.ADMINISTRATOR, "admin");
    }

    private Connection now(Connection connection) {
        return fixture.service.find(connection.id()).orElseThrow();
    }

    private static TokenRejected refused() {
        return new TokenRejected(TokenRejected.Rejection.NOT_ACCEPTED);
    }

    @Test
    void opensASessionWithTheStoredToken() {
        Connection connection = fixture.created("contoso");

        try (ProviderSession session = fixture.sessions.open(connection.id())) {
            assertThat(session.check(_ -> {}).passed()).isTrue();
        }
        assertThat(fixture.provider.opened.getLast().organizationId()).isEqualTo("id-of-contoso");
    }

    @Test
    void asksForATokenOnlyWhereTheStoredOneCannotBeOpened() {
        Connection damaged = fixture.created("contoso");
        Connection sound = fixture.created("fabrikam");
        fixture.jdbc
                .sql("UPDATE connection_secret SET sealed = 'damaged' WHERE connection_id = :id")
                .param("id", damaged.id().value())
                .update();

        assertThatThrownBy(() -> fixture.sessions.open(damaged.id()))
                .isInstanceOfSatisfying(
                        ProviderException.class, e -> assertThat(e.failure()).isInstanceOf(TokenRejected.class));

        assertThat(now(damaged).health()).isEqualTo(Health.TOKEN_NEEDED);
        assertThat(now(sound).health()).isEqualTo(Health.HEALTHY);
    }

    @Test
    void neverOpensATokenOfTheCloudForTheSimulator() {
        Connection connection = fixture.created("contoso");
        fixture.provider.endpoint = EndpointKind.SIMULATOR;

        assertThatThrownBy(() -> fixture.sessions.open(connection.id())).isInstanceOf(ProviderException.class);
    }

    @Test
    void neverOpensATokenMovedToAnotherRow() {
        Connection one = fixture.created("contoso");
        Connection other = fixture.created("fabrikam");
        fixture.jdbc
                .sql("UPDATE connection_secret SET sealed = :sealed WHERE connection_id = :id")
                .param("sealed", fixture.sealed(one.id()))
                .param("id", other.id().value())
                .update();

        assertThatThrownBy(() -> fixture.sessions.open(other.id())).isInstanceOf(ProviderException.class);
    }

    @Test
    void remembersSinceWhenATokenIsRefused() {
        Connection connection = fixture.created("contoso");
        fixture.sessions.reportFailure(connection.id(), refused());
        fixture.clock.advance(Duration.ofHours(1));
        fixture.sessions.reportFailure(connection.id(), refused());

        assertThat(now(connection).health()).isEqualTo(Health.TOKEN_REFUSED);
        assertThat(HealthDetail.parse(now(connection).healthDetail()))
                .contains(new HealthDetail("TOKEN_REJECTED.NOT_ACCEPTED", "", ConnectionFixture.START));
    }

    @Test
    void remembersWhenAThrottledOneGoesOn() {
        Connection connection = fixture.created("contoso");

        fixture.sessions.reportFailure(connection.id(), new Throttled(Duration.ofMinutes(7)));

        assertThat(now(connection).health()).isEqualTo(Health.THROTTLED);
        assertThat(HealthDetail.parse(now(connection).healthDetail()).map(HealthDetail::at))
                .contains(ConnectionFixture.START.plus(Duration.ofMinutes(7)));
    }

    @Test
    void namesTheMissingPermissionAndDoesNotForgetItForASuccessElsewhere() {
        Connection connection = fixture.created("contoso");
        fixture.sessions.reportFailure(connection.id(), new ScopeMissing("Graph: read"));

        fixture.sessions.reportSuccess(connection.id());

        assertThat(now(connection).health()).isEqualTo(Health.PERMISSION_MISSING);
        assertThat(HealthDetail.parse(now(connection).healthDetail()).map(HealthDetail::detail))
                .contains("Graph: read");
    }

    @Test
    void healsWhenSomethingWorksAgain() {
        Connection connection = fixture.created("contoso");
        fixture.sessions.reportFailure(connection.id(), refused());
        fixture.heard.clear();

        fixture.sessions.reportSuccess(connection.id());
        fixture.sessions.reportSuccess(connection.id());

        assertThat(now(connection).health()).isEqualTo(Health.HEALTHY);
        assertThat(fixture.heard.events()).containsExactly("ready outside");
    }

    @Test
    void takesAMissingProjectForNoFaultOfTheConnection() {
        Connection connection = fixture.created("contoso");

        fixture.sessions.reportFailure(connection.id(), new NotFound(NotFound.What.PROJECT));

        assertThat(now(connection).health()).isEqualTo(Health.HEALTHY);
    }

    @Test
    void checksWhatIsDueAndNothingElse() {
        Connection connection = fixture.created("contoso");
        assertThat(fixture.checks.checkDue()).isZero();

        fixture.clock.advance(Duration.ofHours(21));
        Instant later = fixture.clock.instant();

        assertThat(fixture.checks.checkDue()).isEqualTo(1);
        assertThat(now(connection).lastChecked()).isEqualTo(later);
        assertThat(fixture.checks.checkDue()).isZero();
    }

    @Test
    void goesOnCheckingTheOthersWhenOneHasNoToken() {
        Connection without = fixture.created("contoso");
        Connection sound = fixture.created("fabrikam");
        fixture.jdbc
                .sql("DELETE FROM connection_secret WHERE connection_id = :id")
                .param("id", without.id().value())
                .update();
        fixture.clock.advance(Duration.ofHours(21));

        fixture.checks.checkDue();

        assertThat(now(without).health()).isEqualTo(Health.TOKEN_NEEDED);
        assertThat(now(sound).lastChecked()).isEqualTo(fixture.clock.instant());
    }

    @Test
    void warnsFourteenDaysBeforeTheEnteredDateAndNotEarlier() {
        Connection connection = fixture.created("contoso");
        LocalDate today = LocalDate.now(fixture.clock);

        assertThat(withExpiry(connection, today.plusDays(15)).health()).isEqualTo(Health.HEALTHY);
        assertThat(withExpiry(connection, today.plusDays(14)).health()).isEqualTo(Health.EXPIRES_SOON);
        assertThat(withExpiry(connection, today).health()).isEqualTo(Health.EXPIRES_SOON);
        fixture.clock.advance(Duration.ofDays(1));
        assertThat(now(connection).health()).isEqualTo(Health.EXPIRED);
    }

    private Connection withExpiry(Connection connection, LocalDate day) {
        fixture.service.replaceToken(connection.id(), Secret.of(FakeProvider.NEWER), day, _ -> {});
        return now(connection);
    }

    @Test
    void offersItsTokensToTheVault() {
        Connection connection = fixture.created("contoso");
        SealedTokens tokens = fixture.context.getBean(SealedTokens.class);
        SealedSecret before = tokens.entries().getFirst().sealed();
        SealedSecret after = new SealedSecret("rewrapped");

        assertThat(tokens.count()).isEqualTo(1);
        assertThat(tokens.entries().getFirst().label()).isEqualTo("contoso");
        assertThat(tokens.replace(connection.id().value(), before, after)).isTrue();
        assertThat(tokens.replace(connection.id().value(), before, after)).isFalse();
        assertThat(tokens.forgetAll()).isEqualTo(1);
        assertThat(tokens.count()).isZero();
        assertThat(now(connection).health()).isEqualTo(Health.TOKEN_NEEDED);
    }
}
