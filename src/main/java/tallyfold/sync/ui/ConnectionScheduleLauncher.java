package tallyfold.sync.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import org.springframework.stereotype.Component;
import tallyfold.connection.Connection;
import tallyfold.connection.ui.ConnectionScheduleWindow;
import tallyfold.sync.SyncScheduleService;
import tallyfold.sync.SyncService;
import tallyfold.uikit.Notifications;
import tallyfold.uikit.Texts;

/** Opens the window "Sync schedule" of a connection. */
@Component
class ConnectionScheduleLauncher implements ConnectionScheduleWindow {

    private final SyncScheduleService schedules;
    private final SyncService syncs;
    private final Clock clock;

    ConnectionScheduleLauncher(SyncScheduleService schedules, SyncService syncs, Clock clock) {
        this.schedules = schedules;
        this.syncs = syncs;
        this.clock = clock;
    }

    @Override
    public void open(Connection connection) {
        Dialog dialog = new Dialog(Texts.of("sync.connection.title", connection.name()));
        dialog.addClassNames("tf-connection-dialog", "tf-schedule-dialog");
        dialog.setCloseOnOutsideClick(false);
        RhythmField field = new RhythmField(Texts.of("sync.connection.field"), syncs.zone(), clock);
        field.setInherited(schedules.current());
        field.setValue(schedules.own(connection.id()).orElse(null));
        Div body = new Div(new Paragraph(Texts.of("sync.connection.why")), field);
        body.addClassName("tf-connection-left");
        dialog.add(body);
        Button save = new Button(Texts.of("sync.connection.save"), _ -> {
            if (field.validate()) {
                schedules.choose(connection.id(), field.getValue());
                dialog.close();
                Notifications.success(Texts.of("sync.connection.saved", connection.name()));
            }
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        dialog.getFooter().add(new Button(Texts.of("sync.connection.cancel"), _ -> dialog.close()), save);
        dialog.open();
    }
}
