package tallyfold.notification.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import tallyfold.notification.NotificationRow;
import tallyfold.notification.NotificationService;
import tallyfold.security.CurrentUser;
import tallyfold.security.Role;
import tallyfold.uikit.EmptyState;
import tallyfold.uikit.PageHeader;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;

/** All that the signed-in person was told, and what they want to hear of. */
@Route("notifications")
@PageTitle("Notifications")
@RolesAllowed(Role.VIEWER_ROLE)
final class NotificationsView extends Div implements BeforeEnterObserver {

    private static final String UNREAD = "unread";
    private static final int AT_ONCE = 50;

    private final transient NotificationService notifications;
    private final Checkbox unreadOnly = new Checkbox(Texts.of("notification.unread-only"));
    private final Button markAll = new Button(Texts.of("notification.mark-all"), Symbol.CHECK.icon(), _ -> markAll());
    private final Button more = new Button(Texts.of("notification.more"), _ -> more());
    private final NotificationItems items;
    private final Div empty = new Div();
    private int shown;

    NotificationsView(NotificationService notifications, CurrentUser user, Clock clock) {
        this.notifications = notifications;
        items = new NotificationItems(clock, this::opened);
        addClassNames("tf-page", "tf-news-page");
        more.addThemeVariants(ButtonVariant.TERTIARY);
        unreadOnly.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                go(event.getValue());
            }
        });
        add(
                new PageHeader(Texts.of("notification.title"), Texts.of("notification.sentence"), unreadOnly, markAll),
                items,
                empty,
                more,
                new PreferencesSection(notifications));
        if (user.is(Role.ADMINISTRATOR)) {
            add(new Anchor("settings", Texts.of("notification.channels")));
        }
    }

    private static void go(boolean unread) {
        UI.getCurrent()
                .navigate(
                        NotificationsView.class, unread ? QueryParameters.of(UNREAD, "true") : QueryParameters.empty());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        unreadOnly.setValue(event.getLocation()
                .getQueryParameters()
                .getSingleParameter(UNREAD)
                .filter("true"::equals)
                .isPresent());
        if (isAttached()) {
            show();
        }
    }

    /** The zone of the browser is known from here on. */
    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        show();
    }

    private void show() {
        items.removeAll();
        empty.removeAll();
        shown = 0;
        more();
        if (shown == 0) {
            empty.add(new EmptyState(
                    Symbol.BELL,
                    Texts.of(unreadOnly.getValue() ? "notification.all-read" : "notification.none-title"),
                    Texts.of("notification.none")));
        }
        markAll.setEnabled(notifications.unread() > 0);
    }

    private void more() {
        List<NotificationRow> next = notifications.page(unreadOnly.getValue(), shown, AT_ONCE, Times.zone());
        next.forEach(items::append);
        shown += next.size();
        items.setVisible(shown > 0);
        more.setVisible(shown < notifications.count(unreadOnly.getValue()));
    }

    private void markAll() {
        notifications.markAllRead();
        show();
    }

    private void opened(NotificationRow row) {
        notifications.markRead(row.id());
    }
}
