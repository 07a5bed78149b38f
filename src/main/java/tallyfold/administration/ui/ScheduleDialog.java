package tallyfold.administration.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.time.ZoneId;
import tallyfold.project.Rhythm;
import tallyfold.sync.RhythmWords;
import tallyfold.sync.SyncScheduleService;
import tallyfold.sync.ui.RhythmField;
import tallyfold.uikit.Notifications;
import tallyfold.uikit.Texts;

/** How often all projects are brought up to date. */
final class ScheduleDialog extends Dialog {

    ScheduleDialog(SyncScheduleService schedules, Clock clock, ZoneId zone, Runnable saved) {
        super(Texts.of("administration.schedule"));
        addClassName("tf-schedule-dialog");
        RhythmField choice = new RhythmField(Texts.of("administration.schedule-choice"), zone, clock);
        choice.setValue(schedules.current());
        add(new Paragraph(Texts.of("administration.schedule-why")), choice);
        Button save = new Button(Texts.of("administration.save"), _ -> {
            Rhythm rhythm = choice.validate() ? choice.getValue() : null;
            if (rhythm != null) {
                schedules.choose(rhythm);
                close();
                Notifications.success(Texts.of("administration.schedule-saved", RhythmWords.of(rhythm)));
                saved.run();
            }
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(Texts.of("administration.cancel"), _ -> close()), save);
    }
}
