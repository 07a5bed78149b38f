package tallyfold.sync.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tallyfold.project.Rhythm;
import tallyfold.sync.RhythmWords;
import tallyfold.sync.SyncRhythm;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;

/** Chooses how often something is synced: one of the usual rhythms, or a cron expression with its next three times. */
public final class RhythmField extends Composite<Div> {

    private static final int TIMES_SHOWN = 3;

    /** @param rhythm null to inherit, and for the cron expression that is yet to be typed */
    private record Choice(String label, @Nullable Rhythm rhythm, boolean cron) {}

    private final Select<Choice> choice = new Select<>();
    private final TextField cron = new TextField(Texts.of("sync.field.cron"));
    private final Span times = new Span();
    private final ZoneId zone;
    private final Clock clock;
    private @Nullable Rhythm inherited;

    /**
     * A field.
     *
     * @param zone by which cron expressions go
     */
    public RhythmField(String label, ZoneId zone, Clock clock) {
        this.zone = zone;
        this.clock = clock;
        choice.setLabel(label);
        choice.setItemLabelGenerator(Choice::label);
        choice.addValueChangeListener(_ -> showCron());
        cron.setMaxLength(Rhythm.MAX_TEXT);
        cron.setPlaceholder("0 6 * * MON-FRI");
        cron.setHelperText(Texts.of("sync.field.cron.hint", zone.getId()));
        cron.setValueChangeMode(ValueChangeMode.LAZY);
        cron.addValueChangeListener(_ -> showTimes());
        times.addClassNames("tf-quiet", "tf-rhythm-times");
        times.getElement().setAttribute("aria-live", "polite");
        getContent().addClassName("tf-rhythm");
        getContent().add(choice, cron, times);
        offer(null);
        showCron();
    }

    /** Offers to inherit this too. */
    public void setInherited(Rhythm rhythm) {
        @Nullable
        Rhythm before = choice.getValue() == null ? null : choice.getValue().rhythm();
        boolean wasCron = choice.getValue() != null && choice.getValue().cron();
        inherited = rhythm;
        offer(before);
        if (wasCron) {
            choose(item -> item.cron());
        } else {
            choose(item -> Objects.equals(item.rhythm(), before) && !item.cron());
        }
    }

    /** Shows a rhythm; null for inheriting. */
    public void setValue(@Nullable Rhythm rhythm) {
        offer(rhythm);
        if (rhythm instanceof Rhythm.Cron known) {
            choose(Choice::cron);
            cron.setValue(known.expression());
        } else {
            choose(item -> Objects.equals(item.rhythm(), rhythm) && !item.cron());
        }
    }

    /** Whether something usable is chosen; says what is wrong otherwise. */
    public boolean validate() {
        if (choice.getValue() == null) {
            choice.setInvalid(true);
            choice.setErrorMessage(Texts.of("sync.field.missing"));
            choice.focus();
            return false;
        }
        if (!choice.getValue().cron()) {
            return true;
        }
        Optional<String> objection = objection();
        cron.setErrorMessage(objection.orElse(null));
        cron.setInvalid(objection.isPresent());
        if (objection.isPresent()) {
            cron.focus();
        }
        return objection.isEmpty();
    }

    /** What is chosen once {@link #validate} has said yes; null to inherit. */
    public @Nullable Rhythm getValue() {
        Choice chosen = choice.getValue();
        return chosen == null ? null : chosen.cron() ? new Rhythm.Cron(cron.getValue()) : chosen.rhythm();
    }

    private void offer(@Nullable Rhythm current) {
        List<Choice> choices = new ArrayList<>();
        Rhythm inherits = inherited;
        if (inherits != null) {
            choices.add(new Choice(Texts.of("sync.field.inherit", RhythmWords.of(inherits)), null, false));
        }
        Stream.of(SyncRhythm.values())
                .map(rhythm -> new Choice(rhythm.label(), rhythm.rhythm(), false))
                .forEach(choices::add);
        if (current instanceof Rhythm.Every && SyncRhythm.of(current).isEmpty()) {
            choices.add(new Choice(RhythmWords.of(current), current, false));
        }
        choices.add(new Choice(Texts.of("sync.field.by-cron"), null, true));
        choice.setItems(choices);
    }

    private void choose(Predicate<Choice> which) {
        choice.getListDataView().getItems().filter(which).findFirst().ifPresent(choice::setValue);
    }

    private void showCron() {
        boolean wanted = choice.getValue() != null && choice.getValue().cron();
        choice.setInvalid(false);
        cron.setVisible(wanted);
        times.setVisible(wanted);
        showTimes();
    }

    private void showTimes() {
        Optional<String> objection = cron.isEmpty() ? Optional.empty() : objection();
        cron.setErrorMessage(objection.orElse(null));
        cron.setInvalid(objection.isPresent());
        times.setText("");
        if (cron.isVisible() && !cron.isEmpty() && objection.isEmpty()) {
            Rhythm rhythm = new Rhythm.Cron(cron.getValue());
            List<Instant> next = Stream.iterate(
                            rhythm.next(clock.instant(), zone),
                            Optional::isPresent,
                            time -> time.flatMap(last -> rhythm.next(last, zone)))
                    .flatMap(Optional::stream)
                    .limit(TIMES_SHOWN)
                    .toList();
            times.setText(Texts.of(
                    "sync.field.next",
                    next.stream().map(time -> Times.minute(time, zone)).collect(Collectors.joining(" · ")),
                    zone.getId()));
        }
    }

    private Optional<String> objection() {
        try {
            new Rhythm.Cron(cron.getValue());
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.ofNullable(e.getMessage());
        }
    }
}
