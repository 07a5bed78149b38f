package tallyfold.administration.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import tallyfold.sync.SyncRhythm;
import tallyfold.sync.SyncScheduleService;
import tallyfold.uikit.Notifications;
import tallyfold.uikit.Texts;

/** How often all projects are brought up to date. */
final class ScheduleDialog extends Dialog {

    ScheduleDialog(SyncScheduleService schedules, Runnable saved) {
        super(Texts.of("administration.schedule"));
        RadioButtonGroup<SyncRhythm> choice = new RadioButtonGroup<>(Texts.of("administration.schedule-choice"));
        choice.setItems(SyncRhythm.values());
        choice.setItemLabelGenerator(SyncRhythm::label);
        schedules.current().ifPresent(choice::setValue);
        add(new Paragraph(Texts.of("administration.schedule-why")), choice);
        Button save = new Button(Texts.of("administration.save"), _ -> {
            schedules.choose(choice.getValue());
            close();
            Notifications.success(
                    Texts.of("administration.schedule-saved", choice.getValue().label()));
            saved.run();
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(Texts.of("administration.cancel"), _ -> close()), save);
    }
}
