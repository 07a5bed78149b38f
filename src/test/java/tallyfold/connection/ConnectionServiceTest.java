package tallyfold.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import tallyfold.connection.ConnectionUsage.Usage;
import tallyfold.kernel.Secret;
import tallyfold.provider.ConnectionReport;
import tallyfold.provider.ProviderFailure;
import tallyfold.provider.Verdict;
import tallyfold.security.Role;
import tallyfold.security.User;
import tallyfold.support.Databases;

@ParameterizedClass
@EnumSource(Databases.Kind.class)
class ConnectionServiceTest {

    private final ConnectionFixture fixture;
    private final ConnectionService service;

    ConnectionServiceTest(Databases.Kind kind) {
        fixture = ConnectionFixture.empty(kind);
        service = fixture.service;
    }

    @BeforeEach
    void signIn() {
        fixture.signIn(Role.ADMINISTRATOR, "admin");
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    private static Set<ConnectionField> refusedFields(Object result) {
        return switch (result) {
            case CreateConnectionResult.Refused refused -> refused.fields().keySet();
            case ChangeConnectionResult.Refused refused -> refused.fields().keySet();
            default -> throw new AssertionError("Not refused: " + result);
        };
    }

    @Nested
    class Create {

        @Test
        void storesTheConnectionWhenEveryCheckPasses() {
            var created = (CreateConnectionResult.Created)
                    service.create(fixture.draft("Contoso", FakeProvider.GOOD), _ -> {});

            assertThat(created.warnings()).isEmpty();
            assertThat(service.rows()).singleElement().satisfies(row -> {
                assertThat(row.connection().name()).isEqualTo("contoso");
                assertThat(row.connection().organization()).isEqualTo("contoso");
                assertThat(row.connection().organizationId()).isEqualTo("id-of-contoso");
                assertThat(row.connection().ownerName()).isEqualTo("Anna Lee");
                assertThat(row.connection().health()).isEqualTo(Health.HEALTHY);
                assertThat(row.connection().lastChecked()).isEqualTo(ConnectionFixture.START);
            });
            assertThat(fixture.heard.events()).containsExactly("ready outside");
            assertThat(fixture.provider.closed).isEqualTo(1);
        }

        @Test
        void storesNothingWhenOneCheckFails() {
            var result = service.create(fixture.draft("contoso", FakeProvider.WITHOUT_GRAPH), _ -> {});

            assertThat(result).isInstanceOf(CreateConnectionResult.ChecksFailed.class);
            ConnectionReport report = ((CreateConnectionResult.ChecksFailed) result).report();
            assertThat(report.failure()).contains(new ProviderFailure.ScopeMissing("Graph: read"));
            assertThat(fixture.count("connection")).isZero();
            assertThat(fixture.count("connection_secret")).isZero();
            assertThat(fixture.heard.events()).isEmpty();
            assertThat(fixture.trail().getLast())
                    .startsWith("connection.created REFUSED")
                    .endsWith("SCOPE_MISSING");
        }

        @Test
        void storesNothingWhenItIsGivenUpDuringTheChecks() {
            assertThatThrownBy(() -> service.create(fixture.draft("contoso", FakeProvider.GOOD), _ -> {
                        throw new CancellationException();
                    }))
                    .isInstanceOf(CancellationException.class);

            assertThat(fixture.count("connection")).isZero();
            assertThat(fixture.provider.closed).isEqualTo(1);
        }

        @Test
        void refusesEachFieldBeforeAskingTheNetwork() {
            var draft = new ConnectionDraft(
                    fixture.provider.id(),
                    "https://evil.example/contoso",
                    " ",
                    Secret.of(FakeProvider.GOOD),
                    "x".repeat(121),
                    LocalDate.parse("2026-11-22"));

            assertThat(refusedFields(service.create(draft, _ -> {})))
                    .containsExactlyInAnyOrder(
                            ConnectionField.ADDRESS,
                            ConnectionField.ACCOUNT,
                            ConnectionField.NAME,
                            ConnectionField.TOKEN_EXPIRES);
            assertThat(fixture.provider.opened).isEmpty();
        }

        @Test
        void refusesANameThatIsTakenInAnotherCase() {
            fixture.created("contoso");
            var draft = new ConnectionDraft(
                    fixture.provider.id(),
                    "https://dev.azure.com/fabrikam",
                    "anna@contoso.com",
                    Secret.of(FakeProvider.GOOD),
                    " CONTOSO ",
                    null);

            var refused = (CreateConnectionResult.Refused) service.create(draft, _ -> {});

            assertThat(refused.fields()).containsOnlyKeys(ConnectionField.NAME);
            assertThat(ConnectionField.NAME.words(
                            refused.fields().values().iterator().next()))
                    .isEqualTo("Another connection has this name. Choose a different one.");
        }

        @Test
        void warnsOfAnotherOwnerAndOfASecondConnection() {
            fixture.created("contoso");
            var draft = new ConnectionDraft(
                    fixture.provider.id(),
                    "https://dev.azure.com/contoso",
                    "mona@contoso.com",
                    Secret.of(FakeProvider.GOOD),
                    "Second",
                    null);

            var created = (CreateConnectionResult.Created) service.create(draft, _ -> {});

            assertThat(created.warnings())
                    .containsExactlyInAnyOrder(ConnectionWarning.OTHER_OWNER, ConnectionWarning.SECOND_CONNECTION);
        }

        @Test
        void doesNotWarnOfAnAccountInAnotherCase() {
            var draft = new ConnectionDraft(
                    fixture.provider.id(),
                    "https://dev.azure.com/contoso",
                    "ANNA@Contoso.com",
                    Secret.of(FakeProvider.GOOD),
                    "",
                    null);

            assertThat(((CreateConnectionResult.Created) service.create(draft, _ -> {})).warnings())
                    .isEmpty();
        }

        @Test
        void neverShowsTheTokenInWordsOrTrail() {
            ConnectionDraft draft = fixture.draft("contoso", FakeProvider.GOOD);
            var result = service.create(draft, _ -> {});
            service.create(fixture.draft("fabrikam", FakeProvider.REFUSED), _ -> {});

            assertThat(draft.toString() + result + service.rows()).doesNotContain(FakeProvider.GOOD);
            assertThat(fixture.trail())
                    .isNotEmpty()
                    .noneMatch(line -> line.contains(FakeProvider.GOOD) || line.contains(FakeProvider.REFUSED));
        }
    }

    @Nested
    class ReplaceToken {

        @Test
        void replacesTheTokenAndHeals() {
            Connection connection = fixture.created("contoso");
            String before = fixture.sealed(connection.id());
            fixture.sessions.reportFailure(
                    connection.id(),
                    new ProviderFailure.TokenRejected(ProviderFailure.TokenRejected.Rejection.NOT_ACCEPTED));
            fixture.heard.clear();

            var result = service.replaceToken(
                    connection.id(), Secret.of(FakeProvider.NEWER), LocalDate.parse("2027-05-01"), _ -> {});

            assertThat(result).isInstanceOfSatisfying(ChangeConnectionResult.Changed.class, changed -> {
                assertThat(changed.connection().health()).isEqualTo(Health.HEALTHY);
                assertThat(changed.connection().tokenExpires()).isEqualTo("2027-05-01");
            });
            assertThat(fixture.sealed(connection.id())).isNotEqualTo(before);
            assertThat(fixture.heard.events()).containsExactly("ready outside");
            assertThat(fixture.trail().getLast()).startsWith("connection.token-replaced SUCCESS");
        }

        @Test
        void refusesATokenOfAnotherOrganizationAndKeepsTheOldOne() {
            Connection connection = fixture.created("contoso");
            String before = fixture.sealed(connection.id());
            fixture.provider.organizationIds.put("contoso", "somebody-else");

            var result = service.replaceToken(connection.id(), Secret.of(FakeProvider.NEWER), null, _ -> {});

            assertThat(result).isInstanceOf(ChangeConnectionResult.ChecksFailed.class);
            assertThat(((ChangeConnectionResult.ChecksFailed) result).report().failure())
                    .hasValueSatisfying(
                            failure -> assertThat(failure.code()).isEqualTo("UNEXPECTED_ANSWER.OTHER_ORGANIZATION"));
            assertThat(fixture.sealed(connection.id())).isEqualTo(before);
            assertThat(fixture.trail().getLast()).startsWith("connection.token-replaced REFUSED");
        }

        @Test
        void keepsTheOldTokenWhenACheckFails() {
            Connection connection = fixture.created("contoso");
            String before = fixture.sealed(connection.id());

            service.replaceToken(connection.id(), Secret.of(FakeProvider.WITHOUT_GRAPH), null, _ -> {});

            assertThat(fixture.sealed(connection.id())).isEqualTo(before);
        }
    }

    @Nested
    class Edit {

        private ConnectionEdit edit(String name, String organization, String token) {
            return new ConnectionEdit(
                    name,
                    "https://dev.azure.com/" + organization,
                    "anna@contoso.com",
                    null,
                    true,
                    Set.of(),
                    token.isEmpty() ? null : Secret.of(token));
        }

        @Test
        void changesSettingsWithoutAskingTheNetwork() {
            Connection connection = fixture.created("contoso");
            fixture.provider.opened.clear();

            var result = service.edit(connection.id(), edit("Contoso AG", "contoso", ""), connection.version());

            assertThat(result).isInstanceOf(ChangeConnectionResult.Changed.class);
            assertThat(service.usable()).extracting(Connection::name).containsExactly("Contoso AG");
            assertThat(fixture.provider.opened).isEmpty();
            assertThat(fixture.trail().getLast()).contains("name from contoso to Contoso AG");
        }

        @Test
        void refusesAnotherOrganizationWithoutAToken() {
            Connection connection = fixture.created("contoso");

            var result = service.edit(connection.id(), edit("contoso", "fabrikam", ""), connection.version());

            assertThat(refusedFields(result)).containsExactly(ConnectionField.TOKEN);
            assertThat(service.find(connection.id()).orElseThrow().organization())
                    .isEqualTo("contoso");
        }

        @Test
        void movesToAnotherOrganizationWithACheckedToken() {
            Connection connection = fixture.created("contoso");

            service.edit(connection.id(), edit("contoso", "fabrikam", FakeProvider.NEWER), connection.version());

            Connection moved = service.find(connection.id()).orElseThrow();
            assertThat(moved.organization()).isEqualTo("fabrikam");
            assertThat(moved.organizationId()).isEqualTo("id-of-fabrikam");
            try (var session = fixture.sessions.open(connection.id())) {
                assertThat(session.check(_ -> {}).passed()).isTrue();
            }
        }

        @Test
        void refusesAnotherOrganizationWhileProjectsHangOnIt() {
            Connection connection = fixture.created("contoso");
            fixture.usage.figures.put(connection.id(), new Usage(2, 100));

            var result = service.edit(
                    connection.id(), edit("contoso", "fabrikam", FakeProvider.NEWER), connection.version());

            assertThat(result).isInstanceOf(ChangeConnectionResult.ChecksFailed.class);
            assertThat(service.find(connection.id()).orElseThrow().organization())
                    .isEqualTo("contoso");
        }

        @Test
        void followsARenamedOrganizationWhileProjectsHangOnIt() {
            Connection connection = fixture.created("contoso");
            fixture.usage.figures.put(connection.id(), new Usage(2, 100));
            fixture.provider.organizationIds.put("contoso-new", "id-of-contoso");

            service.edit(connection.id(), edit("contoso", "contoso-new", FakeProvider.NEWER), connection.version());

            assertThat(service.find(connection.id()).orElseThrow().organization())
                    .isEqualTo("contoso-new");
        }

        @Test
        void refusesWhatSomebodyElseChangedMeanwhile() {
            Connection connection = fixture.created("contoso");
            service.edit(connection.id(), edit("First", "contoso", ""), connection.version());

            assertThat(service.edit(connection.id(), edit("Second", "contoso", ""), connection.version()))
                    .isEqualTo(new ChangeConnectionResult.Outdated());
        }
    }

    @Nested
    class Delete {

        @Test
        void tellsListenersInsideTheTransactionAndAfterIt() {
            Connection connection = fixture.created("contoso");
            fixture.heard.clear();

            assertThat(service.delete(connection.id(), DeletionMode.ERASE)).isTrue();

            assertThat(fixture.heard.events()).containsExactly("deleting ERASE inside", "deleted ERASE outside");
            assertThat(fixture.count("connection") + fixture.count("connection_secret"))
                    .isZero();
            assertThat(fixture.trail().getLast())
                    .startsWith("connection.deleted SUCCESS")
                    .endsWith("ERASE");
        }

        @Test
        void keepsTheConnectionWhenAListenerFails() {
            Connection connection = fixture.created("contoso");
            fixture.heard.clear();
            fixture.heard.refuseDeletion = true;

            assertThatThrownBy(() -> service.delete(connection.id(), DeletionMode.KEEP_READ_ONLY))
                    .isInstanceOf(IllegalStateException.class);

            assertThat(fixture.count("connection_secret")).isEqualTo(1);
            assertThat(fixture.heard.events()).containsExactly("deleting KEEP_READ_ONLY inside");
        }

        private void pause(Connection connection) {
            fixture.jdbc
                    .sql("""
                            INSERT INTO organization_pause (provider, organization, endpoint_kind, paused_until)
                            VALUES (:provider, :organization, :endpoint, CURRENT_TIMESTAMP)""")
                    .param("provider", connection.provider().value())
                    .param("organization", connection.organization())
                    .param("endpoint", connection.endpoint().name())
                    .update();
        }

        @Test
        void takesThePauseOfAnOrganizationAlongWithItsLastConnection() {
            Connection first = fixture.created("contoso");
            Connection second = ((CreateConnectionResult.Created) service.create(
                            new ConnectionDraft(
                                    first.provider(),
                                    "https://dev.azure.com/contoso",
                                    "anna@contoso.com",
                                    Secret.of(FakeProvider.GOOD),
                                    "The same once more",
                                    null),
                            _ -> {}))
                    .connection();
            Connection other = fixture.created("fabrikam");
            fixture.jdbc.sql("DELETE FROM organization_pause").update();
            pause(first);
            pause(other);

            service.delete(first.id(), DeletionMode.ERASE);
            assertThat(fixture.count("organization_pause")).isEqualTo(2);
            service.delete(second.id(), DeletionMode.ERASE);
            assertThat(fixture.count("organization_pause")).isEqualTo(1);
            service.delete(other.id(), DeletionMode.KEEP_READ_ONLY);
            assertThat(fixture.count("organization_pause")).isZero();
        }

        @Test
        void saysWhenItWasGoneAlready() {
            Connection connection = fixture.created("contoso");
            service.delete(connection.id(), DeletionMode.ERASE);

            assertThat(service.delete(connection.id(), DeletionMode.ERASE)).isFalse();
        }
    }

    @Nested
    class Access {

        private Connection forChosen(String organization, User... people) {
            Connection connection = fixture.created(organization);
            ConnectionEdit edit = new ConnectionEdit(
                    organization,
                    "https://dev.azure.com/" + organization,
                    "anna@contoso.com",
                    null,
                    false,
                    Set.copyOf(List.of(people).stream().map(User::id).toList()),
                    null);
            service.edit(connection.id(), edit, connection.version());
            return connection;
        }

        @Test
        void showsAProjectManagerOnlyWhatWasGranted() {
            User mona = fixture.storedUser(Role.PROJECT_MANAGER, "mona");
            Connection granted = forChosen("contoso", mona);
            Connection hidden = forChosen("fabrikam");
            fixture.created("open");

            fixture.signIn(Role.PROJECT_MANAGER, "mona");

            assertThat(service.rows())
                    .extracting(row -> row.connection().name())
                    .containsExactly("contoso", "open");
            assertThat(service.find(granted.id())).isPresent();
            assertThat(service.find(hidden.id())).isEmpty();
            assertThat(service.mayAdminister()).isFalse();
        }

        @Test
        void deniesAProjectManagerEveryChange() {
            Connection connection = fixture.created("contoso");
            ConnectionId id = connection.id();
            fixture.signIn(Role.PROJECT_MANAGER, "mona");
            Secret token = Secret.of(FakeProvider.NEWER);

            assertThatThrownBy(() -> service.create(fixture.draft("x", FakeProvider.GOOD), _ -> {}))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> service.replaceToken(id, token, null, _ -> {}))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> service.check(id, _ -> {})).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> service.usage(id)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> service.people(id)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> service.delete(id, DeletionMode.ERASE)).isInstanceOf(AccessDeniedException.class);
        }

        @Test
        void deniesAViewerEvenTheList() {
            fixture.signIn(Role.VIEWER, "vera");

            assertThatThrownBy(service::rows).isInstanceOf(AccessDeniedException.class);
        }
    }

    @Nested
    class Check {

        @Test
        void writesDownWhatItFound() {
            Connection connection = fixture.created("contoso");
            fixture.provider.organizationIds.put("contoso", "somebody-else");

            ConnectionReport report = service.check(connection.id(), _ -> {});

            assertThat(report.passed()).isFalse();
            assertThat(service.find(connection.id()).orElseThrow().health()).isEqualTo(Health.TOKEN_REFUSED);
            assertThat(fixture.trail().getLast()).startsWith("connection.checked REFUSED");
        }

        @Test
        void addsTheUsageOfTheModulesAbove() {
            Connection connection = fixture.created("contoso");
            fixture.usage.figures.put(connection.id(), new Usage(3, 1480));

            assertThat(service.usage(connection.id())).isEqualTo(new Usage(3, 1480));
            assertThat(service.rows().getFirst().projects()).isEqualTo(3);
        }
    }

    @Test
    void givesEveryRefusalWords() {
        for (ConnectionField field : ConnectionField.values()) {
            assertThat(field.words(new Verdict.Refused("NEVER_HEARD_OF", null))).isNotBlank();
        }
    }
}
