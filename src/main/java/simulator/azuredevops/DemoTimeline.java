package simulator.azuredevops;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Steps of several items, carried out in the order of their times; what lies in the future does not happen. */
final class DemoTimeline {

    private record Step(Instant at, int order, Runnable action) {}

    private final List<Step> steps = new ArrayList<>();

    void at(Instant moment, Runnable action) {
        steps.add(new Step(moment, steps.size(), action));
    }

    void run(Instant now) {
        steps.sort(Comparator.comparing(Step::at).thenComparingInt(Step::order));
        steps.stream()
                .filter(step -> !step.at().isAfter(now))
                .forEach(step -> step.action().run());
    }
}
