package tallyfold.connection.ui;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;

/** Keeps tasks until the test lets them run, on a thread of their own and as the same user, as in the product. */
final class HeldExecutor extends AbstractExecutorService {

    private final Queue<Runnable> held = new ArrayDeque<>();

    @Override
    public void execute(Runnable task) {
        held.add(new DelegatingSecurityContextRunnable(task));
    }

    int waiting() {
        return held.size();
    }

    void clear() {
        held.clear();
    }

    void runAll() {
        for (Runnable task = held.poll(); task != null; task = held.poll()) {
            Thread thread = Thread.ofPlatform().start(task);
            try {
                if (!thread.join(java.time.Duration.ofSeconds(20))) {
                    throw new IllegalStateException("The task hangs");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void shutdown() {
        held.clear();
    }

    @Override
    public List<Runnable> shutdownNow() {
        held.clear();
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return false;
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return true;
    }
}
