package tallyfold.security.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tallyfold.security.PasswordReset;
import tallyfold.security.ResetFolder;

/** Does for the command {@code reset-password} what it cannot do while this server has the database. */
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class ResetRequests implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ResetRequests.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final PasswordReset reset;
    private final ResetFolder folder;
    private volatile @Nullable Thread looking;

    ResetRequests(PasswordReset reset, @Value("${tallyfold.home}") Path home) {
        this.reset = reset;
        this.folder = new ResetFolder(home);
    }

    @Override
    public void start() {
        folder.open();
        looking = Thread.ofVirtual().name("reset-requests").start(this::look);
    }

    private void look() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(LOOK);
                // By the clock of the file system, which wrote the time of the request.
                answer(Instant.now());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(Instant now) {
        try {
            folder.answer(reset::store, now);
        } catch (IOException | RuntimeException e) {
            LOG.error("A request of the command reset-password could not be answered", e);
        }
    }

    @Override
    public void stop() {
        Thread thread = looking;
        looking = null;
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return looking != null;
    }
}
