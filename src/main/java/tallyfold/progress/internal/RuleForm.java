package tallyfold.progress.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tallyfold.progress.ProgressRules;
import tallyfold.progress.RuleDraft;
import tallyfold.progress.RuleScope;
import tallyfold.progress.SaveRulesResult;
import tallyfold.provider.StateCategory;
import tallyfold.provider.WorkItemLevel;
import tallyfold.uikit.Texts;
import tallyfold.workitem.ItemStructure;

/** What can be said of the types and states of a process: filled from what was saved, and checked when it comes back. */
final class RuleForm {

    private static final int FULL = 100;

    /** A type as the links know it; of several links the first one's word counts. */
    private record Known(WorkItemLevel level, Map<String, StateCategory> states) {}

    private final @Nullable String base;
    private final Map<String, Known> types = new LinkedHashMap<>();

    /**
     * Takes what links know of their process.
     *
     * @param foreign whether types that came in from other projects belong to it
     */
    RuleForm(@Nullable String base, ItemStructure structure, boolean foreign) {
        this.base = base;
        structure.types().stream()
                .filter(type -> foreign || type.own())
                .forEach(type -> types.putIfAbsent(type.name(), new Known(type.level(), new LinkedHashMap<>())));
        structure.states().stream().filter(state -> foreign || state.own()).forEach(state -> {
            Known type = types.get(state.type());
            if (type != null) {
                type.states().putIfAbsent(state.name(), state.category());
            }
        });
    }

    ProgressRules filled(RuleScope scope, @Nullable SavedRule saved, ProgressRules.Source source, int version) {
        LinkRule rule = new LinkRule(base, saved);
        List<ProgressRules.Type> rows = new ArrayList<>();
        types.forEach((name, type) -> {
            List<ProgressRules.State> states = new ArrayList<>();
            type.states().forEach((state, category) -> states.add(state(rule, saved, name, state, category)));
            boolean news = saved != null && !saved.types().containsKey(name);
            rows.add(new ProgressRules.Type(name, type.level(), rule.counts(name), news, states));
        });
        Set<String> gone =
                saved == null ? new HashSet<>() : new HashSet<>(saved.types().keySet());
        gone.removeAll(types.keySet());
        return new ProgressRules(scope, base, source, rows, gone, version);
    }

    private static ProgressRules.State state(
            LinkRule rule, @Nullable SavedRule saved, String type, String state, StateCategory category) {
        return category == StateCategory.REMOVED
                ? new ProgressRules.State(state, category, null, null, false)
                : new ProgressRules.State(
                        state,
                        category,
                        rule.weight(type, state, category),
                        DefaultRules.weight(category),
                        saved != null && !saved.knows(type, state));
    }

    /** What stands in the way of a draft; null when nothing does. */
    SaveRulesResult.@Nullable Refused objection(RuleDraft draft) {
        if (draft.countedTypes().isEmpty()) {
            return new SaveRulesResult.Refused(null, null, Texts.of("progress.rule.no-type"));
        }
        Collection<String> all = new TreeSet<>(draft.countedTypes());
        all.addAll(draft.weights().keySet());
        for (String type : all) {
            if (!types.containsKey(type)) {
                return new SaveRulesResult.Refused(type, null, Texts.of("progress.rule.type-gone", type));
            }
        }
        for (Map.Entry<String, Map<String, Integer>> weights : draft.weights().entrySet()) {
            for (Map.Entry<String, Integer> weight : weights.getValue().entrySet()) {
                String reason = objection(weights.getKey(), weight.getKey(), weight.getValue());
                if (reason != null) {
                    return new SaveRulesResult.Refused(weights.getKey(), weight.getKey(), reason);
                }
            }
        }
        return null;
    }

    private @Nullable String objection(String type, String state, int weight) {
        Known known = types.get(type);
        StateCategory category = known == null ? null : known.states().get(state);
        if (category == null) {
            return Texts.of("progress.rule.state-gone", type, state);
        }
        if (category == StateCategory.REMOVED) {
            return Texts.of("progress.rule.removed", state);
        }
        return weight < 0 || weight > FULL ? Texts.of("progress.rule.weight") : null;
    }

    /** The draft with everything it leaves out filled in. */
    SavedRule saved(RuleDraft draft) {
        Map<String, Boolean> counted = new LinkedHashMap<>();
        Map<String, Map<String, Integer>> weights = new LinkedHashMap<>();
        types.forEach((name, type) -> {
            counted.put(name, draft.countedTypes().contains(name));
            Map<String, Integer> ofType = new LinkedHashMap<>();
            type.states().forEach((state, category) -> {
                if (category != StateCategory.REMOVED) {
                    ofType.put(
                            state,
                            draft.weights()
                                    .getOrDefault(name, Map.of())
                                    .getOrDefault(state, DefaultRules.weight(category)));
                }
            });
            weights.put(name, ofType);
        });
        return new SavedRule(0, counted, weights);
    }
}
