package simulator.azuredevops.http;

import java.time.Duration;

/** How an answer reaches the client: as it should, or in one of the ways in which connections break. */
public sealed interface Delivery {

    /** Whether the client has all it will get at once. */
    default boolean quick() {
        return true;
    }

    /** Complete, with a length, connection kept. */
    record Whole() implements Delivery {}

    /** The connection is reset after the given number of body bytes; a negative number: before the status line. */
    record Reset(int bodyBytes) implements Delivery {}

    /**
     * Headers, the given number of body bytes, then an orderly close.
     *
     * @param declareLength whether a Content-Length that promises the whole body is sent
     */
    record Cut(int bodyBytes, boolean declareLength) implements Delivery {}

    /** Headers at once, then one byte per interval. */
    record Dribble(Duration interval) implements Delivery {
        @Override
        public boolean quick() {
            return false;
        }
    }

    /** Nothing at all until one side closes. */
    record Silence() implements Delivery {
        @Override
        public boolean quick() {
            return false;
        }
    }
}
