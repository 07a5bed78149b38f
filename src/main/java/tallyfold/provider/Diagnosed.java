package tallyfold.provider;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question of a diagnosis and what came of it. Made to be handed on: the shape of answers only, never a value, a name, a
 * title or a token.
 *
 * @param number which question it is, from 1
 * @param of how many questions there are
 * @param name what was asked, in words
 * @param exchanges the requests that were sent for it, in order; several where one was sent once more, none where it was skipped
 * @param understood what the product made of the answer, in numbers; why it failed; or why it was not asked
 */
public record Diagnosed(int number, int of, String name, Outcome outcome, List<Exchange> exchanges, String understood) {

    public Diagnosed {
        exchanges = List.copyOf(exchanges);
    }

    /** What came of a question. */
    public enum Outcome {
        ANSWERED,
        FAILED,
        /** Not asked, because an earlier answer held nothing to ask about. */
        SKIPPED
    }

    /**
     * One request and the answer to it.
     *
     * @param request method and address without host, organization and values
     * @param status of the answer; null where none came
     * @param took from sending to the whole answer
     * @param bytes of the opened body
     * @param headers those worth knowing, as {@code name: value}
     * @param shape the parts of the answer with their kinds, a line each
     */
    public record Exchange(
            String request,
            @Nullable Integer status,
            Duration took,
            long bytes,
            List<String> headers,
            List<String> shape) {

        public Exchange {
            headers = List.copyOf(headers);
            shape = List.copyOf(shape);
        }
    }

    /** Hears of each question as it is answered; one that throws ends the diagnosis. */
    @FunctionalInterface
    public interface Listener {
        void onDiagnosed(Diagnosed question);
    }
}
