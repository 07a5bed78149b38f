package tallyfold.azuredevops.http;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** How a thread waits; tests move a clock instead. */
@FunctionalInterface
public interface Pause {

    void pause(Duration length) throws InterruptedException;

    /** Waits in earnest and wakes up when interrupted. */
    Pause REAL = length -> {
        long end = System.nanoTime() + length.toNanos();
        for (long left = length.toNanos(); left > 0; left = end - System.nanoTime()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            LockSupport.parkNanos(left);
        }
    };
}
