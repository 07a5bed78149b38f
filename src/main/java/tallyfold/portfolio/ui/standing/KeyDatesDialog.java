package tallyfold.portfolio.ui.standing;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.List;
import tallyfold.project.KeyDateResult;
import tallyfold.project.KeyDateService;
import tallyfold.project.OwnKeyDate;
import tallyfold.project.Project;
import tallyfold.uikit.Note;
import tallyfold.uikit.Notifications;
import tallyfold.uikit.StatusWord.Tone;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** The window in which people enter key dates. */
final class KeyDatesDialog extends Dialog {

    private final transient KeyDateService dates;
    private final transient Project project;
    private final transient Runnable changed;
    private final List<OwnKeyDate> removed = new ArrayList<>();
    private final List<KeyDateRow> rows = new ArrayList<>();
    private final Div list = new Div();
    private final Div problem = new Div();

    /**
     * A window that is not open yet.
     *
     * @param changed called after the window has closed
     */
    KeyDatesDialog(KeyDateService dates, Project project, Runnable changed) {
        super(Texts.of("standing.key-dates.title", project.name()));
        this.dates = dates;
        this.project = project;
        this.changed = changed;
        addClassNames("tf-connection-dialog", "tf-key-dates-dialog");
        setCloseOnOutsideClick(false);
        list.addClassName("tf-key-date-rows");
        dates.list(project.id()).forEach(each -> show(new KeyDateRow(each, this::remove)));
        Button another = new Button(Texts.of("standing.key-date.another"), Symbol.ADD.icon(), _ -> addRow());
        another.addThemeVariants(ButtonVariant.TERTIARY);
        Div body = new Div(new Paragraph(Texts.of("standing.key-dates.text")), list, another, problem);
        body.addClassName("tf-connection-left");
        add(body);
        Button save = new Button(Texts.of("standing.save"), _ -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(Texts.of("standing.cancel"), _ -> close()), save);
        if (rows.isEmpty()) {
            addRow();
        }
    }

    private void addRow() {
        KeyDateRow row = new KeyDateRow(null, this::remove);
        show(row);
        row.focusFirst();
    }

    private void show(KeyDateRow row) {
        rows.add(row);
        list.add(row);
    }

    private void remove(KeyDateRow row) {
        OwnKeyDate stored = row.stored();
        if (stored != null) {
            removed.add(stored);
        }
        rows.remove(row);
        list.remove(row);
    }

    /** All of it or nothing: what was refused stays in its fields, and so does everything else. */
    private void save() {
        problem.removeAll();
        List<KeyDateRow> changes = rows.stream().filter(KeyDateRow::isChanged).toList();
        KeyDateResult result = dates.save(
                project.id(), changes.stream().map(KeyDateRow::change).toList(), List.copyOf(removed));
        switch (result) {
            case KeyDateResult.Saved _ -> {
                close();
                Notifications.success(Texts.of("standing.saved"));
                changed.run();
            }
            case KeyDateResult.Refused refused ->
                changes.get(refused.place()).refuse(refused.field(), refused.reason());
            case KeyDateResult.Outdated _ -> problem.add(new Note(Tone.BAD, Texts.of("standing.key-dates.outdated")));
        }
    }
}
