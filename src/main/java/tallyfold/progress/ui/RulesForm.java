package tallyfold.progress.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.binder.Binder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tallyfold.progress.ProgressRules;
import tallyfold.progress.RuleDraft;
import tallyfold.uikit.Texts;
import tallyfold.workitem.ui.StateBadge;

/** Which types count, and how far each of their states is. */
final class RulesForm extends Div {

    private static final int FULL = 100;
    private static final int STEP = 10;

    /** What is entered so far. */
    private static final class Entered {

        private final Set<String> counted = new HashSet<>();
        private final Map<String, Map<String, Integer>> weights = new HashMap<>();

        private void count(String type, boolean counts) {
            if (counts) {
                counted.add(type);
            } else {
                counted.remove(type);
            }
        }

        private @Nullable Integer weight(String type, String state) {
            return weights.getOrDefault(type, Map.of()).get(state);
        }

        private void weigh(String type, String state, Integer weight) {
            weights.computeIfAbsent(type, _ -> new HashMap<>()).put(state, weight);
        }
    }

    private final Binder<Entered> binder = new Binder<>();
    private final Entered entered = new Entered();

    RulesForm(ProgressRules rules) {
        addClassName("tf-rules");
        for (ProgressRules.Type type : rules.types()) {
            entered.count(type.name(), type.counted());
            type.states().forEach(state -> {
                Integer weight = state.weight();
                if (weight != null) {
                    entered.weigh(type.name(), state.name(), weight);
                }
            });
            add(type(type));
        }
        binder.readBean(entered);
    }

    private Div type(ProgressRules.Type type) {
        Checkbox counts = new Checkbox(type.name());
        binder.forField(counts)
                .bind(
                        from -> from.counted.contains(type.name()),
                        (into, value) -> into.count(type.name(), Boolean.TRUE.equals(value)));
        Div head = new Div(counts);
        head.addClassName("tf-rules-type");
        if (type.news()) {
            head.add(news());
        }
        Div states = new Div();
        states.addClassName("tf-rules-states");
        type.states().stream().filter(state -> state.weight() != null).forEach(state -> states.add(state(type, state)));
        states.setVisible(type.counted());
        counts.addValueChangeListener(event -> states.setVisible(event.getValue()));
        return new Div(head, states);
    }

    private Div state(ProgressRules.Type type, ProgressRules.State state) {
        IntegerField weight = new IntegerField(state.name());
        weight.setStepButtonsVisible(true);
        weight.setMin(0);
        weight.setMax(FULL);
        weight.setStep(STEP);
        weight.setSuffixComponent(new Span("%"));
        weight.setHelperText(Texts.of(
                "progress.rules.preset",
                StateBadge.word(state.category()),
                Optional.ofNullable(state.preset()).orElse(0)));
        weight.setI18n(new IntegerField.IntegerFieldI18n()
                .setBadInputErrorMessage(Texts.of("progress.rules.number"))
                .setStepErrorMessage("")
                .setMinErrorMessage(Texts.of("progress.rules.number"))
                .setMaxErrorMessage(Texts.of("progress.rules.number")));
        // Steps are for the buttons; any whole number will do.
        weight.setManualValidation(true);
        binder.forField(weight)
                .asRequired(Texts.of("progress.rules.number"))
                .withValidator(value -> value >= 0 && value <= FULL, Texts.of("progress.rules.number"))
                .bind(
                        from -> from.weight(type.name(), state.name()),
                        (into, value) -> into.weigh(type.name(), state.name(), value));
        Div both = new Div(weight);
        both.addClassName("tf-rules-state");
        if (state.news()) {
            both.add(news());
        }
        return both;
    }

    private static Span news() {
        Span badge = new Span(Texts.of("progress.rules.new"));
        badge.addClassNames("tf-badge", "tf-info");
        return badge;
    }

    /** What was entered; empty when something is wrong, which its field says then. */
    Optional<RuleDraft> read() {
        return binder.writeBeanIfValid(entered)
                ? Optional.of(new RuleDraft(entered.counted, entered.weights))
                : Optional.empty();
    }
}
