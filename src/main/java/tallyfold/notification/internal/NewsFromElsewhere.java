package tallyfold.notification.internal;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.stereotype.Component;
import tallyfold.notification.internal.NotificationRepository.Unread;
import tallyfold.security.UserId;

/**
 * Notices what other nodes have told, or what was read there, and tells the pages that are open here. Each node looks for itself,
 * by one query for all whose pages are open, and by none while there are no pages.
 */
@Component
class NewsFromElsewhere {

    private static final Logger log = LoggerFactory.getLogger(NewsFromElsewhere.class);

    private static final Duration EVERY = Duration.ofSeconds(5);

    private final NotificationNews news;
    private final NotificationRepository notifications;
    private final TaskScheduler scheduler;

    /** As it was at the last look, of those who listened then; null for nothing unread. */
    private final Map<UserId, @Nullable Unread> seen = new HashMap<>();

    private boolean failed;

    @Autowired
    NewsFromElsewhere(NotificationNews news, NotificationRepository notifications) {
        this(news, notifications, timer());
    }

    /** With another timer. */
    NewsFromElsewhere(NotificationNews news, NotificationRepository notifications, TaskScheduler scheduler) {
        this.news = news;
        this.notifications = notifications;
        this.scheduler = scheduler;
    }

    /** Not a bean: Vaadin takes whatever bean is an executor for its own, and does not start when there are two. */
    private static TaskScheduler timer() {
        SimpleAsyncTaskScheduler timer = new SimpleAsyncTaskScheduler();
        timer.setVirtualThreads(true);
        timer.setThreadNamePrefix("news-");
        timer.setTaskTerminationTimeout(Duration.ofSeconds(5).toMillis());
        return timer;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        var _ = scheduler.scheduleWithFixedDelay(this::lookSafely, EVERY);
    }

    @PreDestroy
    void end() {
        if (scheduler instanceof SimpleAsyncTaskScheduler own) {
            own.close();
        }
    }

    private void lookSafely() {
        try {
            look();
            failed = false;
        } catch (DataAccessException e) {
            // Said once: the database is missed by others too, and the next look follows soon.
            if (!failed) {
                log.warn("News of other nodes could not be looked for", e);
            }
            failed = true;
        }
    }

    synchronized void look() {
        Set<UserId> people = news.people();
        seen.keySet().retainAll(people);
        if (people.isEmpty()) {
            return;
        }
        Map<UserId, Unread> unread = notifications.unread(people);
        // Whoever is new here is told as well: something may have come between the making of the page and this look.
        List<UserId> changed = people.stream()
                .filter(person -> !seen.containsKey(person) || !Objects.equals(seen.get(person), unread.get(person)))
                .toList();
        changed.forEach(person -> seen.put(person, unread.get(person)));
        news.tell(changed);
    }
}
