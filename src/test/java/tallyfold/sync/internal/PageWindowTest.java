package tallyfold.sync.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

class PageWindowTest {

    private final Semaphore connection = new Semaphore(20, true);
    private final PageWindow first = new PageWindow(connection);
    private final PageWindow second = new PageWindow(connection);

    private static void enter(PageWindow window, int times) throws InterruptedException {
        for (int i = 0; i < times; i++) {
            window.enter();
        }
    }

    private static Thread entering(PageWindow window) {
        return Thread.ofVirtual().start(() -> {
            try {
                window.enter();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Test
    void holdsOneLinkBackAfterItsShare() throws InterruptedException {
        enter(first, PageWindow.OF_LINK);
        Thread more = entering(first);

        assertThat(more.join(Duration.ofMillis(100))).isFalse();
        first.leave(1);
        assertThat(more.join(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void holdsAllLinksBackTogether() throws InterruptedException {
        enter(first, 15);
        enter(second, 5);
        Thread more = entering(second);

        assertThat(more.join(Duration.ofMillis(100))).isFalse();
        first.leave(2);
        assertThat(more.join(Duration.ofSeconds(10))).isTrue();
        assertThat(connection.availablePermits()).isEqualTo(1);
    }

    @Test
    void leavesItsRoomToOthersWhenItEnds() throws InterruptedException {
        enter(first, 10);
        first.close();
        first.close();
        first.leave(3);

        assertThat(connection.availablePermits()).isEqualTo(20);
        enter(first, 1);
        assertThat(connection.availablePermits()).as("asked for too late").isEqualTo(20);
    }
}
