package simulator.azuredevops;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** What the simulator was asked, newest last; the latest 50,000 requests are kept. */
public final class RequestRecord {

    private static final int KEPT = 50_000;

    private final Deque<RecordedRequest> kept = new ArrayDeque<>();
    private long count;
    private long bytes;
    private int inFlight;
    private int maxInFlight;

    RequestRecord() {}

    synchronized void begin() {
        inFlight++;
        maxInFlight = Math.max(maxInFlight, inFlight);
    }

    synchronized void end(RecordedRequest request) {
        inFlight--;
        count++;
        bytes += request.bytes();
        kept.addLast(request);
        if (kept.size() > KEPT) {
            kept.removeFirst();
        }
    }

    /** Forgets everything but requests under way. */
    public synchronized void clear() {
        kept.clear();
        count = 0;
        bytes = 0;
        maxInFlight = inFlight;
    }

    /** Requests answered since the last clear. */
    public synchronized long count() {
        return count;
    }

    /** How many of the kept requests fit. */
    public long count(Predicate<RecordedRequest> wanted) {
        return list().stream().filter(wanted).count();
    }

    /** How many of the kept requests have this in their path, without case. */
    public long count(String pathPart) {
        String part = pathPart.toLowerCase(Locale.ROOT);
        return count(request -> request.path().toLowerCase(Locale.ROOT).contains(part));
    }

    /** Bytes of all answers since the last clear, before compression. */
    public synchronized long bytes() {
        return bytes;
    }

    public synchronized List<RecordedRequest> list() {
        return List.copyOf(kept);
    }

    /** The most requests that were under way at once. */
    public synchronized int maxInFlight() {
        return maxInFlight;
    }

    public synchronized int inFlight() {
        return inFlight;
    }
}
