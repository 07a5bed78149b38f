package tallyfold.notification;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tallyfold.notification.internal.NotificationNews;
import tallyfold.notification.internal.NotificationRepository;
import tallyfold.notification.internal.PreferenceRepository;
import tallyfold.security.CurrentUser;
import tallyfold.security.User;
import tallyfold.security.UserId;
import tallyfold.security.UserStore;

/** What the signed-in person is told, and how. Everybody sees their own only. */
@Service
@PreAuthorize("hasRole('VIEWER')")
public class NotificationService {

    private final NotificationRepository notifications;
    private final PreferenceRepository preferences;
    private final NotificationNews news;
    private final CurrentUser users;
    private final UserStore people;
    private final Clock clock;

    NotificationService(
            NotificationRepository notifications,
            PreferenceRepository preferences,
            NotificationNews news,
            CurrentUser users,
            UserStore people,
            Clock clock) {
        this.notifications = notifications;
        this.preferences = preferences;
        this.news = news;
        this.users = users;
        this.people = people;
        this.clock = clock;
    }

    /**
     * A page of the person's notifications, newest first.
     *
     * @param unreadOnly whether those are left out that were read
     * @param zone for the times in the texts
     */
    public List<NotificationRow> page(boolean unreadOnly, int offset, int limit, ZoneId zone) {
        UserId me = me();
        return notifications.page(me, unreadOnly, offset, limit, preferences.withNames(me), zone);
    }

    /** How many {@link #page} has in all. */
    public int count(boolean unreadOnly) {
        return notifications.count(me(), unreadOnly);
    }

    /** How many the person has not read. */
    public int unread() {
        return notifications.count(me(), true);
    }

    /** Notes that one of the person's own was read; somebody else's stays as it is. */
    public void markRead(NotificationId id) {
        UserId me = me();
        notifications.markRead(me, id, clock.instant());
        news.tell(List.of(me));
    }

    /** Notes that all of the person's were read. */
    public void markAllRead() {
        UserId me = me();
        notifications.markAllRead(me, clock.instant());
        news.tell(List.of(me));
    }

    /** What the person wants to hear of. */
    public NotificationPreferences preferences() {
        User me = users.require();
        return preferences.of(me.id(), me.role());
    }

    /** Whether mail leaves this installation at all. */
    public boolean mailWorks() {
        return preferences.mailWorks();
    }

    /** Where mail reaches the person; empty when they have said no address, which they do on their profile. */
    public Optional<String> email() {
        return people.email(me());
    }

    /** Stores what the person wants to hear of; kinds that do not concern their role are left out. */
    @Transactional
    public void choose(NotificationPreferences chosen) {
        User me = users.require();
        List<NotificationPreferences.Choice> allowed = chosen.choices().stream()
                .filter(choice -> NotificationKind.choices(me.role()).contains(choice.kind()))
                .toList();
        preferences.save(me.id(), new NotificationPreferences(chosen.withNames(), allowed));
    }

    /**
     * Has somebody hear, on other threads, when the signed-in person's notifications change.
     *
     * @param listener takes the number of unread ones
     * @return ends it
     */
    public AutoCloseable listen(Consumer<Integer> listener) {
        UserId me = me();
        return news.listen(me, () -> listener.accept(notifications.count(me, true)));
    }

    private UserId me() {
        return users.require().id();
    }
}
