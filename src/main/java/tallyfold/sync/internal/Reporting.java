package tallyfold.sync.internal;

import java.io.Serial;
import java.util.concurrent.BlockingQueue;
import tallyfold.provider.ProviderException;

/** Runs a part of the reading of a link and tells the writing thread how it failed, if it did. */
final class Reporting {

    private Reporting() {}

    static void run(LinkLoad load, BlockingQueue<Message> out, Step step) {
        try {
            try {
                step.run();
            } catch (ProviderException e) {
                out.put(new Message.Refused(load, e.failure()));
            } catch (ReadingInterruptedException _) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                out.put(new Message.Broken(load, e));
            }
        } catch (InterruptedException _) {
            // The load was stopped; nobody waits for what this thread had.
            Thread.currentThread().interrupt();
        }
    }

    interface Step {
        void run() throws InterruptedException;
    }

    /** An interrupt on its way through code that cannot declare it. */
    static final class ReadingInterruptedException extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        ReadingInterruptedException() {
            super("Reading was interrupted", null, false, false);
        }
    }
}
