package tallyfold.portfolio.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.ValidationException;
import com.vaadin.flow.function.SerializableFunction;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tallyfold.project.ChangeStatusResult;
import tallyfold.project.OverallStatus;
import tallyfold.project.Project;
import tallyfold.project.ProjectProgress;
import tallyfold.project.ProjectStage;
import tallyfold.project.ProjectStatus;
import tallyfold.uikit.Note;
import tallyfold.uikit.Notifications;
import tallyfold.uikit.StatusWord.Tone;
import tallyfold.uikit.Texts;

/** The tab "Settings" of a project: how it stands, which decides whether it is synced by itself. */
final class ProjectSettingsPanel extends Div {

    private final Select<ProjectProgress> progress =
            select("progress", ProjectProgress::label, ProjectProgress.values());
    private final Select<ProjectStage> stage = select("stage", ProjectStage::label, ProjectStage.values());
    private final Select<OverallStatus> overall = select("overall", OverallStatus::label, OverallStatus.values());
    private final Binder<ProjectStatus> binder = new Binder<>(ProjectStatus.class);
    private final Span consequence = new Span();
    private final Div problem = new Div();

    /**
     * Shows a project.
     *
     * @param save stores what was entered; null shows it only
     * @param changed hears of the project as it is then
     */
    ProjectSettingsPanel(
            Project project, @Nullable Function<ProjectStatus, ChangeStatusResult> save, Consumer<Project> changed) {
        addClassNames("tf-card", "tf-project-settings");
        binder.forField(progress).bind("progress");
        binder.forField(stage).bind("stage");
        binder.forField(overall).bind("overall");
        binder.readRecord(project.status());
        binder.addValueChangeListener(_ -> showConsequence());
        binder.setReadOnly(save == null);
        Div fields = new Div(progress, stage, overall);
        fields.addClassName("tf-project-settings-fields");
        consequence.getElement().setAttribute("aria-live", "polite");
        Paragraph why = new Paragraph(Texts.of("portfolio.settings.why"));
        why.addClassName("tf-quiet");
        add(new H2(Texts.of("portfolio.settings.status")), why, fields, consequence, problem);
        if (save != null) {
            Button button = new Button(Texts.of("portfolio.settings.save"), _ -> saved(save.apply(read()), changed));
            button.addThemeVariants(ButtonVariant.PRIMARY);
            Div buttons = new Div(button);
            buttons.addClassName("tf-actions");
            add(buttons);
        }
        showConsequence();
    }

    private void saved(ChangeStatusResult result, Consumer<Project> changed) {
        switch (result) {
            case ChangeStatusResult.Changed done -> {
                Notifications.success(Texts.of("portfolio.settings.saved"));
                changed.accept(done.project());
            }
            case ChangeStatusResult.Outdated _ -> refuse(Texts.of("portfolio.settings.outdated"));
            case ChangeStatusResult.Gone _ -> refuse(Texts.of("portfolio.settings.gone"));
        }
    }

    /** Says what kept the project from being changed; what was entered stays. */
    private void refuse(String reason) {
        problem.removeAll();
        problem.add(new Note(Tone.BAD, reason));
    }

    private ProjectStatus read() {
        try {
            return binder.writeRecord();
        } catch (ValidationException e) {
            throw new IllegalStateException("Nothing here can be invalid", e);
        }
    }

    private void showConsequence() {
        ProjectStatus status = read();
        consequence.setText(
                status.active()
                        ? Texts.of("portfolio.settings.active")
                        : Texts.of("portfolio.settings.resting", status.resting()));
    }

    private static <T extends Enum<T>> Select<T> select(
            String name, SerializableFunction<T, String> label, T[] values) {
        Select<T> select = new Select<>();
        select.setLabel(Texts.of("portfolio.settings." + name));
        select.setItems(values);
        select.setItemLabelGenerator(item -> label.apply(Objects.requireNonNull(item)));
        return select;
    }
}
