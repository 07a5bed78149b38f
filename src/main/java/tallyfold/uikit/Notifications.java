package tallyfold.uikit;

import com.vaadin.flow.component.notification.Notification;

/** Short news of success. Errors do not belong here: they stand beside their cause and stay. */
public final class Notifications {

    private static final int MILLISECONDS = 4000;

    private Notifications() {}

    public static void success(String text) {
        Notification.show(text, MILLISECONDS, Notification.Position.BOTTOM_END);
    }
}
