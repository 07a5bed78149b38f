package tallyfold.portfolio.ui.standing;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import tallyfold.portfolio.Standing;
import tallyfold.project.Project;
import tallyfold.project.StatusArea;
import tallyfold.project.StatusDraft;
import tallyfold.project.UpdateStatusesResult;
import tallyfold.uikit.Note;
import tallyfold.uikit.Notifications;
import tallyfold.uikit.StatusWord.Tone;
import tallyfold.uikit.Texts;

/** The window in which people say how a project stands. */
final class StatusDialog extends Dialog {

    private final List<StatusAreaFields> areas;
    private final Function<List<StatusDraft>, UpdateStatusesResult> save;
    private final Consumer<Project> changed;
    private final Div problem = new Div();

    /**
     * A window that is not open yet.
     *
     * @param save keeps what was entered, or says why not
     * @param changed called with the project after the window has closed
     */
    StatusDialog(
            String project,
            Standing standing,
            Function<List<StatusDraft>, UpdateStatusesResult> save,
            Consumer<Project> changed) {
        super(Texts.of("standing.update.title", project));
        this.save = save;
        this.changed = changed;
        addClassName("tf-connection-dialog");
        setCloseOnOutsideClick(false);
        areas = Arrays.stream(StatusArea.values())
                .map(area -> new StatusAreaFields(area, standing))
                .toList();
        Div body = new Div();
        body.addClassName("tf-connection-left");
        areas.forEach(body::add);
        body.add(problem);
        add(body);
        Button button = new Button(Texts.of("standing.save"), _ -> save());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(Texts.of("standing.cancel"), _ -> close()), button);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                areas.getFirst().focusFirst();
            }
        });
    }

    private void save() {
        problem.removeAll();
        switch (save.apply(areas.stream().map(StatusAreaFields::read).toList())) {
            case UpdateStatusesResult.Updated done -> {
                close();
                Notifications.success(Texts.of("standing.saved"));
                changed.accept(done.project());
            }
            case UpdateStatusesResult.Refused refused ->
                areas.stream()
                        .filter(fields -> fields.area() == refused.area())
                        .forEach(fields -> fields.refuse(refused.reason()));
            case UpdateStatusesResult.Outdated _ -> refuse("standing.outdated");
            case UpdateStatusesResult.Gone _ -> refuse("standing.gone");
        }
    }

    /** Says what kept it from being saved; what was entered stays. */
    private void refuse(String key) {
        problem.add(new Note(Tone.BAD, Texts.of(key)));
    }
}
