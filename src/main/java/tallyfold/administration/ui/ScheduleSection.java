package tallyfold.administration.ui;

import com.vaadin.flow.component.html.Div;
import java.time.Clock;
import tallyfold.project.Rhythm;
import tallyfold.sync.RhythmWords;
import tallyfold.sync.SyncScheduleService;
import tallyfold.sync.SyncService;
import tallyfold.sync.ui.RhythmField;
import tallyfold.uikit.Notifications;
import tallyfold.uikit.Texts;

/** How often all projects are brought up to date. */
final class ScheduleSection extends SettingsCard {

    private final transient SyncScheduleService schedules;
    private final transient SyncService syncs;
    private final transient Clock clock;
    private final Div place = new Div();
    private RhythmField field;

    ScheduleSection(SyncScheduleService schedules, SyncService syncs, Clock clock) {
        super(
                Texts.of("administration.schedule"),
                Texts.of("administration.schedule-why"),
                Texts.of("administration.schedule-effect"));
        this.schedules = schedules;
        this.syncs = syncs;
        this.clock = clock;
        field = field();
        place.add(field);
        addFields(place);
        addSave(this::save);
    }

    /** Shows it anew by the zone of now; what was typed and not saved is kept if it can be. */
    void show() {
        Rhythm typed = field.validate() ? field.getValue() : null;
        field = field();
        if (typed != null) {
            field.setValue(typed);
        }
        place.removeAll();
        place.add(field);
    }

    private RhythmField field() {
        RhythmField fresh = new RhythmField(Texts.of("administration.schedule-choice"), syncs.zone(), clock);
        fresh.setValue(schedules.current());
        return fresh;
    }

    private void save() {
        Rhythm rhythm = field.validate() ? field.getValue() : null;
        if (rhythm != null) {
            schedules.choose(rhythm);
            Notifications.success(Texts.of("administration.schedule-saved", RhythmWords.of(rhythm)));
        }
    }
}
