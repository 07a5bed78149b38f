package tallyfold.notification.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tallyfold.notification.NotificationRow;
import tallyfold.notification.NotificationService;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;

/** The bell in the header: how many are unread, live, and the newest of them. */
public final class NotificationBell extends Div {

    private static final Logger log = LoggerFactory.getLogger(NotificationBell.class);

    private static final int SHOWN = 20;
    private static final int MOST_COUNTED = 99;

    private final transient NotificationService notifications;
    private final Button button = new Button(Symbol.BELL.icon());
    private final Span badge = new Span();
    private final Popover popover = new Popover();
    private final Paragraph nothing = new Paragraph(Texts.of("notification.none"));
    private final Button markAll = new Button(Texts.of("notification.mark-all"), _ -> markAll());
    private final NotificationItems items;
    private transient @Nullable AutoCloseable listening;

    public NotificationBell(NotificationService notifications, Clock clock) {
        this.notifications = notifications;
        items = new NotificationItems(clock, this::opened);
        addClassName("tf-bell");
        nothing.addClassName("tf-bell-none");
        badge.addClassName("tf-bell-count");
        badge.getElement().setAttribute("aria-hidden", "true");
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.getElement().appendChild(badge.getElement());
        markAll.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        popover.setTarget(button);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setAriaLabel(Texts.of("notification.title"));
        popover.addClassName("tf-bell-popover");
        popover.addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                fill();
            }
        });
        add(button, popover);
        count(notifications.unread());
    }

    /** Reads the count anew. */
    public void refresh() {
        count(notifications.unread());
    }

    /** Every page has a bell, and few people open it: what is in it is made when they do. */
    private void build() {
        Div head = new Div(new H2(Texts.of("notification.title")), markAll);
        head.addClassName("tf-bell-head");
        Div foot = new Div(
                new Anchor("notifications", Texts.of("notification.all")),
                new Anchor("notifications#choice", Texts.of("notification.choose")));
        foot.addClassName("tf-bell-foot");
        popover.add(head, nothing, items, foot);
    }

    private void fill() {
        if (popover.getChildren().findAny().isEmpty()) {
            build();
        }
        List<NotificationRow> newest = notifications.page(false, 0, SHOWN, Times.zone());
        items.show(newest);
        items.setVisible(!newest.isEmpty());
        nothing.setVisible(newest.isEmpty());
    }

    private void count(int unread) {
        badge.setText(unread > MOST_COUNTED ? MOST_COUNTED + "+" : Integer.toString(unread));
        badge.setVisible(unread > 0);
        markAll.setEnabled(unread > 0);
        String spoken = unread == 0 ? Texts.of("notification.title") : Texts.of("notification.bell", unread);
        button.setAriaLabel(spoken);
        button.setTooltipText(spoken);
    }

    private void markAll() {
        notifications.markAllRead();
        count(notifications.unread());
        fill();
    }

    private void opened(NotificationRow row) {
        notifications.markRead(row.id());
        popover.close();
        count(notifications.unread());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        stop();
        UI ui = event.getUI();
        listening = notifications.listen(unread -> tell(ui, unread));
    }

    private void tell(UI ui, int unread) {
        try {
            Future<Void> _ = ui.access(() -> {
                count(unread);
                if (popover.isOpened()) {
                    fill();
                }
            });
        } catch (UIDetachedException _) {
            log.debug("A page was closed while news came");
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stop();
        super.onDetach(event);
    }

    private void stop() {
        AutoCloseable present = listening;
        listening = null;
        if (present != null) {
            try {
                present.close();
            } catch (Exception e) {
                log.warn("Listening to news could not be ended", e);
            }
        }
    }
}
