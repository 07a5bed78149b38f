package tallyfold.sync.internal;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A question that was put before anybody waits for its answer. Closing it takes it back. */
final class Early<T> implements AutoCloseable {

    private final FutureTask<T> question;

    Early(Callable<T> question) {
        this.question = new FutureTask<>(question);
        Thread.ofVirtual().start(this.question);
    }

    /** Waits for the answer; what came in its way is thrown as it was. */
    T get() throws InterruptedException {
        try {
            return question.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException refusal -> throw refusal;
                case InterruptedException _ -> throw new InterruptedException();
                case null, default -> throw new IllegalStateException(e.getCause());
            }
        }
    }

    @Override
    public void close() {
        question.cancel(true);
    }
}
