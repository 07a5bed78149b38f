package tallyfold.notification.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinSession;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tallyfold.notification.MailEncryption;
import tallyfold.notification.MailSettings;
import tallyfold.notification.MailSettingsService;
import tallyfold.notification.NotificationId;
import tallyfold.notification.NotificationKind;
import tallyfold.notification.NotificationPreferences;
import tallyfold.notification.NotificationPreferences.Choice;
import tallyfold.notification.NotificationRow;
import tallyfold.notification.NotificationService;
import tallyfold.notification.SaveChannelResult;
import tallyfold.notification.Severity;
import tallyfold.notification.TestMessageResult;
import tallyfold.notification.UndeliveredMessage;
import tallyfold.notification.WebhookSettingsService;
import tallyfold.security.CurrentUser;
import tallyfold.security.Role;
import tallyfold.support.HeldCalls;

/** The bell and the page "Notifications" over services the test makes up. */
@ViewPackages(packages = "tallyfold.uikit")
@SuppressWarnings("NullAway")
class NotificationsUiTest extends BrowserlessTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC);
    private static final MailSettings MAIL = new MailSettings(
            "smtp.example.com", 587, MailEncryption.STARTTLS, "tallyfold", true, "t@example.com", false, "");

    private final NotificationService notifications = mock();
    private final MailSettingsService mail = mock();
    private final WebhookSettingsService webhook = mock();
    private final CurrentUser user = mock();
    private final HeldCalls background = new HeldCalls();
    private final List<Consumer<Integer>> listeners = new ArrayList<>();
    private final List<NotificationRow> rows = new ArrayList<>();
    private int unread;

    @BeforeEach
    void prepare() {
        when(notifications.unread()).thenAnswer(_ -> unread);
        when(notifications.count(anyBoolean())).thenAnswer(_ -> rows.size());
        when(notifications.page(anyBoolean(), anyInt(), anyInt(), any())).thenAnswer(call -> {
            int offset = call.getArgument(1);
            int limit = call.getArgument(2);
            return rows.stream().skip(offset).limit(limit).toList();
        });
        when(notifications.preferences())
                .thenReturn(new NotificationPreferences(
                        false, List.of(new Choice(NotificationKind.TOKEN_EXPIRES, true, false))));
        when(notifications.email()).thenReturn(Optional.of("anna@example.com"));
        when(notifications.listen(any())).thenAnswer(call -> {
            Consumer<Integer> listener = call.getArgument(0);
            listeners.add(listener);
            return (AutoCloseable) () -> listeners.remove(listener);
        });
        when(mail.settings()).thenReturn(Optional.of(MAIL));
        when(mail.installation()).thenReturn("");
        when(webhook.settings()).thenReturn(Optional.empty());
        when(webhook.installation()).thenReturn("");
    }

    private NotificationRow row(String text, boolean read) {
        NotificationRow row = new NotificationRow(
                new NotificationId(UUID.randomUUID()),
                NotificationKind.TOKEN_EXPIRES,
                Severity.WARNING,
                text,
                CLOCK.instant().minusSeconds(600),
                read,
                "connections");
        rows.add(row);
        return row;
    }

    private void settle() {
        background.runAll();
        VaadinSession session = VaadinSession.getCurrent();
        session.getService().runPendingAccessTasks(session);
        roundTrip();
    }

    private void press(String text) {
        test(find(Button.class).withText(text).single()).click();
    }

    private static String words(Component component) {
        return component.getElement().getTextRecursively();
    }

    @Nested
    class Bell {

        private final NotificationBell bell = new NotificationBell(notifications, CLOCK);

        private Button button() {
            return (Button) bell.getChildren().findFirst().orElseThrow();
        }

        private String spoken() {
            return button().getAriaLabel().orElseThrow();
        }

        @Test
        void saysHowManyAreUnreadAndFollowsLive() {
            UI.getCurrent().add(bell);
            assertThat(spoken()).isEqualTo("Notifications");

            listeners.forEach(listener -> listener.accept(2));
            settle();
            assertThat(spoken()).isEqualTo("Notifications, 2 unread");

            listeners.forEach(listener -> listener.accept(120));
            settle();
            assertThat(words(bell)).contains("99+");
        }

        @Test
        void hearsNothingMoreOnceItIsGone() {
            UI.getCurrent().add(bell);
            assertThat(listeners).hasSize(1);

            UI.getCurrent().remove(bell);

            assertThat(listeners).isEmpty();
        }

        @Test
        void showsTheNewestTwentyWithTheWayToEach() {
            for (int i = 0; i < 25; i++) {
                row("Message " + i, false);
            }
            unread = 25;
            UI.getCurrent().add(bell);

            find(Popover.class).from(bell).single().setOpened(true);
            roundTrip();

            List<Anchor> ways = find(Anchor.class).withClassName("tf-news-way").all();
            assertThat(ways).hasSize(20).allMatch(way -> way.getHref().equals("connections"));
            assertThat(ways.getFirst().getText()).isEqualTo("Message 0");
            assertThat(find(Anchor.class).all())
                    .extracting(Anchor::getText)
                    .contains("All notifications", "Choose what you hear of");
        }

        @Test
        void marksAllAsRead() {
            row("Message", false);
            unread = 1;
            UI.getCurrent().add(bell);
            bell.refresh();
            find(Popover.class).from(bell).single().setOpened(true);
            roundTrip();

            press("Mark all as read");

            verify(notifications).markAllRead();
        }
    }

    @Nested
    class Page {

        private NotificationsView open(Role role) {
            when(user.is(Role.ADMINISTRATOR)).thenReturn(role == Role.ADMINISTRATOR);
            NotificationsView view = new NotificationsView(notifications, user, CLOCK);
            UI.getCurrent().add(view);
            return view;
        }

        @Test
        void listsWhatWasToldAndSaysWhatIsUnread() {
            row("The token of Fabrikam expires", false);
            row("Older", true);

            assertThat(words(open(Role.PROJECT_MANAGER)))
                    .contains("Unread.", "The token of Fabrikam expires", "10 min ago", "Older")
                    .doesNotContain("Nothing yet", "Set up how messages leave");
        }

        @Test
        void saysWhatComesHereWhileItIsEmpty() {
            assertThat(words(open(Role.VIEWER))).contains("Nothing yet");
        }

        @Test
        void keepsWhatIsChosen() {
            open(Role.PROJECT_MANAGER);
            find(Checkbox.class).withCaption("Mail").single().setValue(true);
            find(Checkbox.class).withCaption("With names of projects").single().setValue(true);

            press("Save choice");

            verify(notifications)
                    .choose(new NotificationPreferences(
                            true, List.of(new Choice(NotificationKind.TOKEN_EXPIRES, true, true))));
        }

        @Test
        void saysWhereMailGoes() {
            when(notifications.mailWorks()).thenReturn(true);
            assertThat(words(open(Role.PROJECT_MANAGER))).contains("Mail goes to anna@example.com.");
        }

        @Test
        void leadsAdministratorsToWhereMessagesLeave() {
            open(Role.ADMINISTRATOR);

            assertThat(find(Anchor.class)
                            .withText("Set up how messages leave")
                            .single()
                            .getHref())
                    .isEqualTo("settings");
        }
    }

    @Nested
    class Sections {

        private Component open() {
            ChannelSections sections = new ChannelSections(notifications, mail, webhook, background);
            Component section = sections.mail();
            UI.getCurrent().add(section, sections.webhook());
            return section;
        }

        @Test
        void showsAdministratorsTheMailSettingsButNeverThePassword() {
            when(mail.undelivered())
                    .thenReturn(List.of(new UndeliveredMessage(true, 5, CLOCK.instant(), "Nothing takes mail.")));

            assertThat(words(open())).contains("given up after 5 tries", "Nothing takes mail.");
            assertThat(find(TextField.class).withCaption("Mail server").single().getValue())
                    .isEqualTo("smtp.example.com");
            assertThat(find(PasswordField.class)
                            .withCaption("Password")
                            .single()
                            .getValue())
                    .isEmpty();
        }

        @Test
        void showsAtTheFieldWhatIsRefusedAndKeepsTheInput() {
            open();
            when(mail.save(any()))
                    .thenReturn(new SaveChannelResult.Refused(SaveChannelResult.Field.SECRET, "Enter it again."));
            find(TextField.class).withCaption("Mail server").single().setValue("mail.example.com");

            press("Save mail settings");
            settle();

            PasswordField password =
                    find(PasswordField.class).withCaption("Password").single();
            assertThat(password.isInvalid()).isTrue();
            assertThat(password.getErrorMessage()).isEqualTo("Enter it again.");
            assertThat(find(TextField.class).withCaption("Mail server").single().getValue())
                    .isEqualTo("mail.example.com");
        }

        @Test
        void sendsMailThroughTheProxyOnceThatIsTickedAndSaysWhatIsAgainstIt() {
            open();
            when(mail.save(any()))
                    .thenReturn(new SaveChannelResult.Refused(SaveChannelResult.Field.PROXY, "Choose STARTTLS."));
            Checkbox box = find(Checkbox.class).withCaption("Through the proxy").single();
            assertThat(box.getValue()).isFalse();
            box.setValue(true);

            press("Save mail settings");
            settle();

            verify(mail).save(argThat(draft -> draft.throughProxy()));
            assertThat(box.isInvalid()).isTrue();
            assertThat(box.getErrorMessage()).isEqualTo("Choose STARTTLS.");
        }

        @Test
        void sendsATestMessageInTheBackgroundAndSaysWhatCameOfIt() {
            Component view = open();
            when(mail.test("anna@example.com")).thenReturn(new TestMessageResult.Failed("Nobody knows the server."));

            test(find(Button.class).withText("Send a test message").all().getFirst())
                    .click();
            verify(mail, never()).test(any());
            settle();

            assertThat(words(view)).contains("Nobody knows the server.");
            assertThat(find(Anchor.class)
                            .withText("What else to look at")
                            .single()
                            .getHref())
                    .isEqualTo("help/notifications#when-a-message-does-not-get-through");
        }
    }
}
