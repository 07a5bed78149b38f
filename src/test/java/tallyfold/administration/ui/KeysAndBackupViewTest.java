package tallyfold.administration.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.spring.annotation.EnableVaadin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import tallyfold.administration.BackupFailed;
import tallyfold.administration.BackupFile;
import tallyfold.administration.BackupTaken;
import tallyfold.security.Role;
import tallyfold.support.HeldCalls;
import tallyfold.support.MutableClock;
import tallyfold.support.SignedInAs;

/** The pages on the real vault and the real backups. */
@SpringBootTest(
        classes = KeysAndBackupViewTest.Application.class,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:keys-ui;DB_CLOSE_DELAY=-1",
            "tallyfold.home=target/keys-ui-test",
            "db-scheduler.enabled=false"
        })
@SignedInAs(Role.ADMINISTRATOR)
@SuppressWarnings("NullAway")
class KeysAndBackupViewTest extends SpringBrowserlessTest {

    private static final Path HOME = Path.of("target/keys-ui-test");

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private HeldCalls held;

    @Autowired
    private Heard heard;

    @Override
    protected Set<String> scanPackages() {
        return Set.of("tallyfold.administration.ui");
    }

    @BeforeEach
    void empty() throws IOException {
        jdbc.sql("DELETE FROM connection_secret").update();
        jdbc.sql("DELETE FROM connection").update();
        Files.createDirectories(HOME.resolve("backups"));
        try (Stream<Path> files = Files.list(HOME.resolve("backups"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        heard.events.clear();
    }

    private void press(String text) {
        test(find(Button.class).withCaption(text).single()).click();
    }

    private void letItRun() {
        held.runAll();
        VaadinSession session = VaadinSession.getCurrent();
        session.getService().runPendingAccessTasks(session);
        roundTrip();
    }

    private String page() {
        return find(Div.class).withClassName("tf-page").single().getElement().getTextRecursively();
    }

    @Nested
    class Keys {

        @Test
        void sayWhichKeyIsInUseAndWhereItComesFrom() {
            navigate("keys", KeysView.class);

            assertThat(page())
                    .contains("Key id", activeId(), "Comes from", "master.key", "In use since")
                    .doesNotContain(key());
        }

        @Test
        void nameTheConnectionsWhoseTokensDoNotOpen() {
            connection("Fabrikam", "v1." + activeId() + ".AAAA.BBBB.CCCC");
            navigate("keys", KeysView.class);

            press("Check all sealed tokens");
            letItRun();

            assertThat(page())
                    .contains("1 of 1 sealed tokens do not open", "Fabrikam")
                    .doesNotContain("BBBB");
        }

        @Test
        void sayWhenAllIsWell() {
            navigate("keys", KeysView.class);

            press("Check all sealed tokens");
            assertThat(find(Button.class)
                            .withCaption("Rotate master key")
                            .single()
                            .isEnabled())
                    .isFalse();
            letItRun();

            assertThat(page()).contains("All sealed tokens open: 0");
        }

        @Test
        void areReplacedAfterAskingAndSayWhatToKeep() {
            navigate("keys", KeysView.class);
            String before = activeId();

            press("Rotate master key");
            assertThat(find(Dialog.class).single().getElement().getTextRecursively())
                    .contains("Store a copy", "Keep the old key");
            assertThat(activeId()).isEqualTo(before);
            test(find(Button.class)
                            .from(find(Dialog.class).single())
                            .withCaption("Rotate master key")
                            .single())
                    .click();
            letItRun();

            assertThat(activeId()).isNotEqualTo(before);
            assertThat(page()).contains("The master key is now " + activeId(), "retired-" + before);
            assertThat(find(Grid.class).exists()).isTrue();
        }

        @Test
        void stayWhenItIsCancelled() {
            navigate("keys", KeysView.class);
            String before = activeId();

            press("Rotate master key");
            press("Cancel");

            assertThat(activeId()).isEqualTo(before);
            assertThat(find(Dialog.class).exists()).isFalse();
        }

        private String key() {
            try {
                return Files.readString(HOME.resolve("keys/master.key")).strip();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Nested
    class Backup {

        @Test
        void isTakenAtOnceAndListed() {
            navigate("backup", BackupView.class);
            assertThat(page()).contains("No backups yet", "Every night at 02:30");

            press("Back up now");
            letItRun();

            assertThat(test(grid()).size()).isEqualTo(1);
            assertThat(row(0).keyId()).isEqualTo(activeId());
            assertThat(page()).contains("Store the key " + activeId());
            assertThat(heard.events).singleElement().isInstanceOf(BackupTaken.class);
            assertThat(find(Anchor.class).from(actions()).single().getText()).isEqualTo("Download");
        }

        @Test
        void saysByWhichZoneTheNightGoes() {
            jdbc.sql("INSERT INTO sync_zone (only_row, zone) VALUES (1, 'Asia/Tokyo')")
                    .update();
            try {
                navigate("backup", BackupView.class);
                assertThat(page()).contains("Every night at 02:30 (Asia/Tokyo)");
            } finally {
                jdbc.sql("DELETE FROM sync_zone").update();
            }
        }

        @Test
        void isDeletedAfterAsking() {
            navigate("backup", BackupView.class);
            press("Back up now");
            letItRun();

            test(find(Button.class).from(actions()).withCaption("Delete").single())
                    .click();
            assertThat(test(grid()).size()).isEqualTo(1);
            press("Delete backup");

            assertThat(HOME.resolve("backups")).isEmptyDirectory();
            assertThat(page()).contains("No backups yet");
        }

        @Test
        void saysWhyThereIsNone() throws IOException {
            navigate("backup", BackupView.class);
            Files.delete(HOME.resolve("backups"));
            Files.writeString(HOME.resolve("backups"), "in the way");
            try {
                press("Back up now");
                letItRun();

                assertThat(page()).contains("The backup could not be written to");
                assertThat(heard.events).singleElement().isInstanceOf(BackupFailed.class);
                assertThat(find(Button.class)
                                .withCaption("Back up now")
                                .single()
                                .isEnabled())
                        .isTrue();
            } finally {
                Files.delete(HOME.resolve("backups"));
            }
        }

        @SuppressWarnings("unchecked")
        private Grid<BackupFile> grid() {
            return find(Grid.class).single();
        }

        private BackupFile row(int index) {
            return test(grid()).getRow(index);
        }

        private Component actions() {
            return test(grid()).getCellComponent(0, 4);
        }
    }

    private String activeId() {
        return jdbc.sql("SELECT key_id FROM vault_key WHERE active")
                .query(String.class)
                .single();
    }

    private void connection(String name, String sealed) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        INSERT INTO connection (id, provider, name, name_key, organization, endpoint_kind, account, health,
                            for_all_managers, created_at, created_by, version)
                        VALUES (:id, 'azure-devops', :name, :name, 'fabrikam', 'CLOUD', 'a', 'HEALTHY', TRUE,
                            CURRENT_TIMESTAMP, 'a', 1)""").param("id", id).param("name", name).update();
        jdbc.sql("INSERT INTO connection_secret (connection_id, sealed, sealed_at) VALUES (:id, :s, CURRENT_TIMESTAMP)")
                .param("id", id)
                .param("s", sealed)
                .update();
    }

    /** What others hear. */
    static final class Heard {

        final List<Object> events = new java.util.ArrayList<>();

        @org.springframework.context.event.EventListener({BackupTaken.class, BackupFailed.class})
        void on(Object event) {
            events.add(event);
        }
    }

    @SpringBootApplication(proxyBeanMethods = false)
    @ComponentScan({"tallyfold.vault", "tallyfold.audit"})
    @ComponentScan(
            basePackages = {"tallyfold.administration", "tallyfold.connection.internal"},
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern =
                                    "tallyfold\\..*(BackupStore|BackupService|BackupSettings|Backups|KeyService|SealedTokens)"))
    @ComponentScan(
            basePackages = "tallyfold.sync",
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern =
                                    "tallyfold\\.sync\\.(ScheduleZoneStore|internal\\.Sync(Schedule|ZoneRepository|SettingRepository))"))
    @EnableVaadin("tallyfold.administration")
    @EnableMethodSecurity
    static class Application {

        @Bean
        Clock clock() {
            return new MutableClock(Instant.parse("2026-11-23T09:00:00Z"));
        }

        @Bean
        HeldCalls backgroundExecutor() {
            return new HeldCalls();
        }

        @Bean
        Heard heard() {
            return new Heard();
        }
    }
}
