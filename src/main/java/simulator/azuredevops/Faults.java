package simulator.azuredevops;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import simulator.azuredevops.http.WireAnswer;
import simulator.azuredevops.http.WireRequest;

/**
 * Rules by which the simulator misbehaves. A rule comes into force with the call that says what happens, for example
 * {@code faults.on("workitemsbatch").times(2).answer(503)}. The first rule that fits a request and is not used up
 * applies.
 */
public final class Faults {

    private final List<FaultRule> rules = new CopyOnWriteArrayList<>();

    Faults() {}

    /** Requests with this in their path, without case. */
    public FaultRule on(String pathPart) {
        String part = pathPart.toLowerCase(Locale.ROOT);
        return on(request -> request.path().toLowerCase(Locale.ROOT).contains(part));
    }

    public FaultRule on(Predicate<WireRequest> wanted) {
        return new FaultRule(wanted, rules::add);
    }

    public FaultRule onAny() {
        return on(_ -> true);
    }

    /** Back to good behaviour. */
    public void clear() {
        rules.clear();
    }

    WireAnswer answer(WireRequest request, FaultRule.Honest honest) throws InterruptedException {
        for (FaultRule rule : rules) {
            if (rule.takes(request)) {
                return rule.apply(request, honest);
            }
        }
        return honest.answer();
    }
}
