package simulator.azuredevops;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import simulator.azuredevops.http.WireAnswer;
import simulator.azuredevops.http.WireRequest;

/**
 * How patiently each organization was asked: the most requests under way at once, and the requests that came before the
 * time was over for which an answer had asked.
 *
 * <p>Waits are measured by the simulated service's clock, so that a test may let them pass at once. A refused question must
 * not come again before its time at all; other questions may have been on their way already, for which a moment of real
 * time is given.
 */
public final class Manners {

    /** Whoever is asked to wait longer may ask again after this. */
    public static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private static final Duration ON_THEIR_WAY = Duration.ofSeconds(1);
    private static final int FIRST_ERROR = 400;

    /** A wait that was asked for: until when, since when by the real clock, and what was refused with it. */
    private record Wait(Instant until, long since, @Nullable String refused) {}

    private final Clock clock;
    private final Map<String, List<Wait>> waits = new HashMap<>();
    private final Map<String, Integer> underWay = new HashMap<>();
    private final List<String> tooEarly = new ArrayList<>();
    private int most;

    Manners(Clock clock) {
        this.clock = clock;
    }

    /** The most requests of one organization that were under way at once. */
    public synchronized int mostUnderWay() {
        return most;
    }

    /** The requests that came too early, in words. */
    public synchronized List<String> tooEarly() {
        return List.copyOf(tooEarly);
    }

    synchronized void asked(WireRequest request) {
        String organization = organization(request);
        most = Math.max(most, underWay.merge(organization, 1, Integer::sum));
        Instant now = clock.instant();
        String question = question(request);
        List<Wait> due = waits.computeIfAbsent(organization, _ -> new ArrayList<>());
        due.removeIf(wait -> !now.isBefore(wait.until()));
        for (Wait wait : due) {
            boolean onItsWay = System.nanoTime() - wait.since() < ON_THEIR_WAY.toNanos();
            if (question.equals(wait.refused()) || !onItsWay) {
                tooEarly.add(request.method() + " " + request.path() + " came "
                        + Duration.between(now, wait.until()).toMillis() + " ms too early");
                return;
            }
        }
    }

    synchronized void answered(WireRequest request, WireAnswer answer) {
        Duration wait = wait(answer.headers().get("Retry-After"));
        if (wait != null && wait.isPositive()) {
            waits.computeIfAbsent(organization(request), _ -> new ArrayList<>())
                    .add(new Wait(
                            clock.instant().plus(wait),
                            System.nanoTime(),
                            answer.status() < FIRST_ERROR ? null : question(request)));
        }
    }

    synchronized void finished(WireRequest request) {
        underWay.merge(organization(request), -1, Integer::sum);
    }

    private @Nullable Duration wait(@Nullable String header) {
        if (header == null) {
            return null;
        }
        if (header.matches("[0-9]+")) {
            return header.length() > 6 ? LONGEST_WAIT : shorter(Duration.ofSeconds(Long.parseLong(header)));
        }
        try {
            Instant moment = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header));
            return shorter(Duration.between(clock.instant(), moment));
        } catch (DateTimeException makesNoSense) {
            return null;
        }
    }

    private static Duration shorter(Duration wait) {
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private static String organization(WireRequest request) {
        String[] parts = request.path().split("/", 4);
        return parts.length > 2 ? parts[2].toLowerCase(Locale.ROOT) : "";
    }

    private static String question(WireRequest request) {
        return request.method() + " " + request.target() + "\n" + request.bodyText();
    }
}
