package tallyfold.administration.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.spring.annotation.EnableVaadin;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import tallyfold.administration.GettingStartedService;
import tallyfold.administration.InstallationService;
import tallyfold.administration.SystemService;
import tallyfold.administration.SystemState;
import tallyfold.connection.AddAuthoritiesResult;
import tallyfold.connection.Authority;
import tallyfold.connection.NetworkSettingsService;
import tallyfold.connection.ProxyDraft;
import tallyfold.connection.ProxyEntry;
import tallyfold.connection.ProxyField;
import tallyfold.connection.ProxyMode;
import tallyfold.connection.ProxyResult;
import tallyfold.notification.ui.ChannelSections;
import tallyfold.project.Rhythm;
import tallyfold.provider.Allowances.Allowance;
import tallyfold.provider.NetworkProbe;
import tallyfold.provider.ProviderFailure.Unreachable;
import tallyfold.security.Role;
import tallyfold.support.HeldCalls;
import tallyfold.support.MutableClock;
import tallyfold.support.SignedInAs;
import tallyfold.sync.EngineState;
import tallyfold.sync.SyncRunStatus;
import tallyfold.sync.SyncScheduleService;
import tallyfold.sync.SyncService;
import tallyfold.uikit.Note;

/** The pages "Settings" and "System" on services whose answers the test makes up. */
@SpringBootTest(
        classes = AdministrationPagesTest.Application.class,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:administration-ui;DB_CLOSE_DELAY=-1",
            "tallyfold.home=target/administration-ui-test",
            "db-scheduler.enabled=false"
        })
@SignedInAs(Role.ADMINISTRATOR)
@SuppressWarnings("NullAway")
class AdministrationPagesTest extends SpringBrowserlessTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final ProxyEntry STORED =
            new ProxyEntry(ProxyMode.PROXY, "proxy.contoso.com", 3128, "anna", true, List.of("intranet", ".local"));

    @MockitoBean
    private SyncScheduleService schedules;

    @MockitoBean
    private SyncService syncs;

    @MockitoBean
    private NetworkSettingsService network;

    @MockitoBean
    private InstallationService installation;

    @MockitoBean
    private ChannelSections channels;

    @MockitoBean
    private SystemService system;

    @MockitoBean
    private GettingStartedService started;

    @Autowired
    private HeldCalls waiting;

    @Override
    protected Set<String> scanPackages() {
        return Set.of("tallyfold.administration.ui");
    }

    @BeforeEach
    void answer() {
        waiting.take();
        when(schedules.configuredZone()).thenReturn(ZoneId.of("Europe/Berlin"));
        when(schedules.chosenZone()).thenReturn(Optional.empty());
        when(schedules.current()).thenReturn(Rhythm.every(Duration.ofMinutes(15)));
        when(syncs.zone()).thenReturn(ZoneId.of("Europe/Berlin"));
        when(network.proxy()).thenReturn(STORED);
        when(network.authorities()).thenReturn(List.of());
        when(installation.name()).thenReturn("Works");
        when(channels.mail()).thenAnswer(_ -> new Paragraph("How mail leaves"));
        when(channels.webhook()).thenAnswer(_ -> new Paragraph("Where messages are posted"));
        when(system.state()).thenReturn(state(3));
    }

    @Test
    void holdsTheWaysByWhichMessagesLeave() {
        navigate("settings", SettingsView.class);

        assertThat(find(Paragraph.class).all())
                .extracting(Paragraph::getText)
                .contains("How mail leaves", "Where messages are posted");
    }

    private static SystemState state(long waiting) {
        return new SystemState(
                NOW,
                "1.2.3",
                "25.0.3, Somebody",
                Duration.ofHours(50),
                new SystemState.Database("H2 2.4.240", 5_000_000L, "052"),
                new SystemState.Disk(500_000_000L, 100_000_000_000L),
                new EngineState(waiting, 1, 0, NOW, Map.of(SyncRunStatus.FAILED, 7L)),
                List.of(new Allowance("fabrikam", 2, 4, NOW.plusSeconds(60), null, 120.0, 200.0)),
                List.of(
                        new SystemState.Check("Database", true, "Works", ""),
                        new SystemState.Check("Disk", false, "Needs attention", "Make room"),
                        new SystemState.Check("Sign-ins", false, "Needs attention", "Use TLS", "help/settings")));
    }

    private void press(Component within, String text) {
        test(find(Button.class, within).withCaption(text).single()).click();
    }

    private Section section(String title) {
        return find(Section.class).all().stream()
                .filter(each -> find(H2.class, each).single().getText().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }

    private void letTasksRun() {
        for (Runnable task : waiting.take()) {
            try {
                Thread.ofPlatform().start(task).join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        VaadinSession.getCurrent().getService().runPendingAccessTasks(VaadinSession.getCurrent());
        roundTrip();
    }

    @Nested
    class Settings {

        @BeforeEach
        void open() {
            navigate(SettingsView.class);
        }

        @Test
        void isAListOfSectionsThatSayWhenTheyTakeEffect() {
            assertThat(find(Section.class).all())
                    .extracting(AdministrationPagesTest::text)
                    .hasSize(5)
                    .allMatch(words -> words.contains("Save") && words.matches("(?s).*(effect|Everybody sees).*"));
        }

        @Test
        void choosesAZoneAndGoesBackToTheConfiguredOne() {
            @SuppressWarnings("unchecked")
            ComboBox<ZoneId> zone =
                    find(ComboBox.class).withCaption("Time zone").single();
            assertThat(zone.getHelperText()).isEqualTo("Without a choice: Europe/Berlin");
            zone.setValue(ZoneId.of("America/New_York"));
            press(section("Time zone"), "Save");
            verify(schedules).chooseZone(ZoneId.of("America/New_York"));
            zone.clear();
            press(section("Time zone"), "Save");
            verify(schedules).chooseZone(null);
        }

        @Test
        void neverFillsThePasswordBackAndSaysThatThereIsOne() {
            PasswordField password = find(PasswordField.class).single();
            assertThat(password.getValue()).isEmpty();
            assertThat(password.getHelperText()).startsWith("A password is stored");
            when(network.saveProxy(any())).thenReturn(new ProxyResult.Saved(false));
            test(password).setValue("typed-secret");
            press(section("Proxy"), "Save");
            assertThat(password.getValue()).isEmpty();
            assertThat(UI.getCurrent().getElement().getOuterHTML()).doesNotContain("typed-secret");
        }

        @Test
        void savesWhatIsTypedAndKeepsTheStoredPasswordWhenNoneIs() {
            List<Boolean> withPassword = new ArrayList<>();
            when(network.saveProxy(any())).thenAnswer(call -> {
                withPassword.add(call.<ProxyDraft>getArgument(0).password() != null);
                return new ProxyResult.Saved(false);
            });
            test(find(IntegerField.class).withCaption("Port").single()).setValue(8080);
            press(section("Proxy"), "Save");
            test(find(PasswordField.class).single()).setValue("typed-secret");
            press(section("Proxy"), "Save");

            ArgumentCaptor<ProxyDraft> saved = ArgumentCaptor.forClass(ProxyDraft.class);
            verify(network, times(2)).saveProxy(saved.capture());
            assertThat(saved.getAllValues().getFirst())
                    .isEqualTo(new ProxyDraft(
                            ProxyMode.PROXY, "proxy.contoso.com", 8080, "anna", null, List.of("intranet", ".local")));
            assertThat(withPassword).containsExactly(false, true);
        }

        @Test
        void showsRefusalsAtTheirFieldsAndKeepsWhatWasTyped() {
            when(network.saveProxy(any()))
                    .thenReturn(new ProxyResult.Refused(Map.of(ProxyField.HOST, "This is no name of a host.")));
            TextField host = find(TextField.class).withCaption("Host").single();
            test(host).setValue("a b");
            press(section("Proxy"), "Save");
            assertThat(host.isInvalid()).isTrue();
            assertThat(host.getErrorMessage()).isEqualTo("This is no name of a host.");
            assertThat(host.getValue()).isEqualTo("a b");
        }

        @Test
        void hidesTheFieldsOfAProxyWhereThereIsNone() {
            @SuppressWarnings("unchecked")
            RadioButtonGroup<ProxyMode> mode = find(RadioButtonGroup.class).single();
            mode.setValue(ProxyMode.DIRECT);
            assertThat(find(TextField.class).withCaption("Host").all()).isEmpty();
        }

        @Test
        void triesTheWayAndSaysWhatHappened() {
            when(network.tryProxy(any()))
                    .thenReturn(new ProxyResult.Reached(
                            new NetworkProbe.Answered("https://dev.azure.com", true, Duration.ofMillis(42))))
                    .thenReturn(new ProxyResult.NotReached(new Unreachable(Unreachable.Obstacle.PROXY_SIGN_IN, null)));
            press(section("Proxy"), "Try it");
            assertThat(find(Note.class).single())
                    .extracting(AdministrationPagesTest::text)
                    .asString()
                    .contains("Asking");
            letTasksRun();
            assertThat(text(find(Note.class).single()))
                    .contains("https://dev.azure.com answered through the proxy after 42 ms");
            press(section("Proxy"), "Try it");
            letTasksRun();
            assertThat(text(find(Note.class).single())).contains("TF-CONN-16").containsIgnoringCase("proxy");
            verify(network, never()).saveProxy(any());
        }

        @Test
        void addsAnAuthorityOrSaysWhyNot() {
            Authority authority =
                    new Authority("CN=Inspection", "CN=Inspection", NOW, NOW.plusSeconds(86_400), "ab".repeat(32));
            when(network.addAuthorities(any()))
                    .thenReturn(new AddAuthoritiesResult.Refused("This is no certificate."))
                    .thenReturn(new AddAuthoritiesResult.Added(List.of(authority)));
            TextArea pem = find(TextArea.class).withCaption("Certificate (PEM)").single();
            test(pem).setValue("hello");
            press(section("Additional certificate authority"), "Save");
            assertThat(pem.getErrorMessage()).isEqualTo("This is no certificate.");
            assertThat(pem.getValue()).isEqualTo("hello");

            when(network.authorities()).thenReturn(List.of(authority));
            press(section("Additional certificate authority"), "Save");
            assertThat(pem.getValue()).isEmpty();
            assertThat(text(section("Additional certificate authority")))
                    .contains("CN=Inspection", "Valid from", "SHA-256 AB:AB");
            test(find(Button.class).all().stream()
                            .filter(button -> button.getAriaLabel().orElse("").equals("Remove CN=Inspection"))
                            .findFirst()
                            .orElseThrow())
                    .click();
            verify(network).removeAuthority(authority);
        }

        @Test
        void namesTheInstallation() {
            TextField name = find(TextField.class)
                    .withCaption("Name of the installation")
                    .single();
            assertThat(name.getValue()).isEqualTo("Works");
            when(installation.rename("Test")).thenReturn(true);
            test(name).setValue("Test");
            press(section("Look of the header"), "Save");
            assertThat(name.isInvalid()).isFalse();
            when(installation.rename("Odd")).thenReturn(false);
            test(name).setValue("Odd");
            press(section("Look of the header"), "Save");
            assertThat(name.isInvalid()).isTrue();
        }

        @Test
        void readsAFileThatIsNotText() {
            byte[] der = {0x30, (byte) 0x82, 1, 2};
            assertThat(AuthoritiesSection.text(der)).startsWith("-----BEGIN CERTIFICATE-----\nMIIBAg==");
            assertThat(AuthoritiesSection.text("-----BEGIN".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                    .isEqualTo("-----BEGIN");
        }
    }

    @Nested
    class SystemPage {

        private String page() {
            return text(find(Div.class).withClassName("tf-system").single());
        }

        @Test
        void tellsHowTheInstallationIs() {
            navigate(SystemView.class);
            assertThat(page())
                    .contains("1.2.3", "25.0.3", "2 d 2 h", "H2 2.4.240", "5.0 MB", "052")
                    .contains("Little room is left", "Needs attention", "Make room")
                    .contains("Use TLS", "How to set that up")
                    .contains("Failed7", "Runs waiting3", "fabrikam", "paused until", "2 of 4 requests", "120 of 200");
        }

        @Test
        void leadsToTheHelpWhereMoreIsToBeTold() {
            navigate(SystemView.class);
            assertThat(find(Anchor.class)
                            .withText("How to set that up")
                            .single()
                            .getHref())
                    .isEqualTo("help/settings");
        }

        @Test
        void bringsItselfUpToDateWhileItIsOpenAndNoLonger() {
            SystemView view = navigate(SystemView.class);
            when(system.state()).thenReturn(state(8));
            letTasksRun();
            assertThat(page()).contains("Runs waiting8");
            when(system.state()).thenReturn(state(9));
            letTasksRun();
            assertThat(page()).contains("Runs waiting9");

            view.getElement().removeFromParent();
            clearInvocations(system);
            letTasksRun();
            assertThat(waiting.take())
                    .as("nothing goes on behind a page that was left")
                    .isEmpty();
            verify(system, never()).state();
        }

        @Test
        void looksAgainOnRequestAndLivesWithADatabaseThatDoesNotAnswer() {
            navigate(SystemView.class);
            when(system.state())
                    .thenReturn(new SystemState(
                            NOW,
                            "1.2.3",
                            "25",
                            Duration.ZERO,
                            null,
                            new SystemState.Disk(null, null),
                            null,
                            List.of(),
                            List.of()));
            press(UI.getCurrent(), "Refresh");
            assertThat(page()).contains("The database does not answer", "unknown", "No organization was asked");
            verify(system, atLeastOnce()).state();
        }
    }

    @SpringBootApplication(scanBasePackages = "tallyfold.none", proxyBeanMethods = false)
    @EnableVaadin("tallyfold.administration")
    static class Application {

        @Bean
        HeldCalls backgroundExecutor() {
            return new HeldCalls();
        }

        @Bean
        LiveRefresh.Pace pace(HeldCalls backgroundExecutor) {
            return backgroundExecutor::execute;
        }

        @Bean
        Clock clock() {
            return new MutableClock(NOW);
        }
    }
}
