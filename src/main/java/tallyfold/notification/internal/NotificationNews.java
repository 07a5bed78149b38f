package tallyfold.notification.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tallyfold.security.UserId;

/** Tells open pages of this process that a person's notifications changed, here or on another node. */
@Component
public class NotificationNews {

    private static final Logger log = LoggerFactory.getLogger(NotificationNews.class);

    private final Map<UserId, List<Runnable>> listeners = new ConcurrentHashMap<>();

    /** Has somebody hear of a person's news until it is closed. */
    public AutoCloseable listen(UserId person, Runnable listener) {
        listeners.compute(person, (_, present) -> {
            List<Runnable> all = present == null ? new CopyOnWriteArrayList<>() : present;
            all.add(listener);
            return all;
        });
        return () -> listeners.computeIfPresent(person, (_, present) -> {
            present.remove(listener);
            return present.isEmpty() ? null : present;
        });
    }

    /** Whose news somebody listens to now. */
    Set<UserId> people() {
        return Set.copyOf(listeners.keySet());
    }

    /** How many listen, for tests of leaks. */
    int listening() {
        return listeners.values().stream().mapToInt(List::size).sum();
    }

    /** A listener that throws keeps nobody from hearing. */
    public void tell(Collection<UserId> people) {
        for (UserId person : people) {
            for (Runnable listener : listeners.getOrDefault(person, List.of())) {
                try {
                    listener.run();
                } catch (RuntimeException e) {
                    log.warn("A page could not be told of news", e);
                }
            }
        }
    }
}
