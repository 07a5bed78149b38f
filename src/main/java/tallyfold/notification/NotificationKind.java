package tallyfold.notification;

import java.util.Arrays;
import java.util.List;
import tallyfold.security.Role;
import tallyfold.uikit.Texts;

/** What people are told of. */
public enum NotificationKind {
    /** A token expires in 30, 14, 7, 3 or 1 days. */
    TOKEN_EXPIRES(Role.PROJECT_MANAGER),
    /** A token was refused, has expired, lacks a permission or is missing. */
    TOKEN_REFUSED(Role.PROJECT_MANAGER),
    /** Projects of a connection could not be synced for an hour, and again for a day. */
    SYNC_FAILING(Role.PROJECT_MANAGER),
    /** What was told as failing is synced again. */
    SYNC_RECOVERED(Role.PROJECT_MANAGER),
    /** An organization has projects that it had not at the last look. */
    NEW_PROJECTS(Role.PROJECT_MANAGER),
    /** No backup was taken. */
    BACKUP_FAILED(Role.ADMINISTRATOR);

    private final Role least;

    NotificationKind(Role least) {
        this.least = least;
    }

    /** The words people read. */
    public String label() {
        return Texts.of("notification.kind." + name());
    }

    /** Whether somebody in this role is ever told of it. */
    public boolean concerns(Role role) {
        return role.includes(least);
    }

    /** The kind whose choice decides: who hears of a failure hears of its end in the same way. */
    public NotificationKind chosenWith() {
        return this == SYNC_RECOVERED ? SYNC_FAILING : this;
    }

    /** Whether it goes out by mail to those who have not chosen. */
    public boolean mailedUnlessChosen() {
        return this != NEW_PROJECTS;
    }

    /** The kinds that somebody in this role can choose of. */
    public static List<NotificationKind> choices(Role role) {
        return Arrays.stream(values())
                .filter(kind -> kind.chosenWith() == kind && kind.concerns(role))
                .toList();
    }
}
