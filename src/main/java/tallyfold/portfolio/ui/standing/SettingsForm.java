package tallyfold.portfolio.ui.standing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.ValidationException;
import com.vaadin.flow.function.SerializableFunction;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tallyfold.project.EditProjectResult.Field;
import tallyfold.project.OverallStatus;
import tallyfold.project.ProjectEdit;
import tallyfold.project.ProjectManager;
import tallyfold.project.ProjectProgress;
import tallyfold.project.ProjectStage;
import tallyfold.project.ProjectStatus;
import tallyfold.project.ScheduleSource;
import tallyfold.uikit.DayField;
import tallyfold.uikit.Texts;

/** The settings of a project as fields, with what follows from them. */
final class SettingsForm extends Div {

    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_DESCRIPTION = 4_000;

    private final TextField name = new TextField(Texts.of("standing.settings.name"));
    private final TextArea description = new TextArea(Texts.of("standing.settings.description"));
    private final ComboBox<ProjectManager> manager = new ComboBox<>(Texts.of("standing.settings.manager"));
    private final DatePicker start = day("standing.settings.start");
    private final DatePicker finish = day("standing.settings.finish");
    private final Select<ScheduleSource> schedule = select(
            "standing.settings.schedule",
            source -> Texts.of("standing.settings.schedule." + source),
            ScheduleSource.values());
    private final Select<ProjectProgress> progress =
            select("portfolio.settings.progress", ProjectProgress::label, ProjectProgress.values());
    private final Select<ProjectStage> stage =
            select("portfolio.settings.stage", ProjectStage::label, ProjectStage.values());
    private final Select<OverallStatus> overall =
            select("portfolio.settings.overall", OverallStatus::label, OverallStatus.values());
    private final Span consequence = new Span();
    private final Binder<SettingsEntry> binder = new Binder<>(SettingsEntry.class);

    /**
     * A form.
     *
     * @param people who can be chosen as manager; anybody else can be typed
     */
    SettingsForm(ProjectEdit edit, List<ProjectManager> people, boolean readOnly) {
        addClassName("tf-project-form");
        name.setMaxLength(LONGEST_NAME);
        description.setMaxLength(LONGEST_DESCRIPTION);
        description.setMinRows(3);
        manager.setItems(people);
        manager.setItemLabelGenerator(ProjectManager::name);
        manager.setAllowCustomValue(true);
        manager.setClearButtonVisible(true);
        manager.setHelperText(Texts.of("standing.settings.manager.text"));
        manager.addCustomValueSetListener(typed -> manager.setValue(named(people, typed.getDetail())));
        schedule.setHelperText(Texts.of("standing.settings.schedule.text"));
        consequence.getElement().setAttribute("aria-live", "polite");
        bind();
        binder.readRecord(SettingsEntry.of(edit));
        binder.addValueChangeListener(_ -> showConsequence());
        binder.setReadOnly(readOnly);
        add(
                name,
                description,
                line(manager, schedule),
                line(start, finish),
                line(progress, stage, overall),
                consequence);
        showConsequence();
    }

    private void bind() {
        binder.forField(name)
                .asRequired(Texts.of("standing.settings.name-missing"))
                .withValidator(typed -> !typed.isBlank(), Texts.of("standing.settings.name-missing"))
                .bind("name");
        binder.forField(description).bind("description");
        binder.forField(manager).bind("manager");
        binder.forField(start).bind("start");
        Binder.Binding<SettingsEntry, LocalDate> last = binder.forField(finish)
                .withValidator(this::inOrder, Texts.of("standing.settings.order"))
                .bind("finish");
        start.addValueChangeListener(_ -> last.validate());
        binder.forField(schedule).bind("schedule");
        binder.forField(progress).bind("progress");
        binder.forField(stage).bind("stage");
        binder.forField(overall).bind("overall");
    }

    /** What was entered, or empty after marking what is wrong. */
    Optional<ProjectEdit> read() {
        try {
            return Optional.of(binder.writeRecord().edit());
        } catch (ValidationException shownAtTheFields) {
            if (name.isInvalid()) {
                name.focus();
            } else {
                (start.isInvalid() ? start : finish).focus();
            }
            return Optional.empty();
        }
    }

    /** Marks what the service refused. */
    void refuse(Field field, String reason) {
        switch (field) {
            case NAME -> refuse(name, reason);
            case DESCRIPTION -> refuse(description, reason);
            case MANAGER -> refuse(manager, reason);
            case START -> DayField.refuse(start, reason);
            case FINISH -> DayField.refuse(finish, reason);
        }
    }

    private static <T extends HasValidation & Focusable<?>> void refuse(T field, String reason) {
        field.setErrorMessage(reason);
        field.setInvalid(true);
        field.focus();
    }

    private void showConsequence() {
        ProjectStatus status = new ProjectStatus(progress.getValue(), stage.getValue(), overall.getValue());
        consequence.setText(
                status.active()
                        ? Texts.of("portfolio.settings.active")
                        : Texts.of("portfolio.settings.resting", status.resting()));
    }

    private boolean inOrder(@Nullable LocalDate last) {
        return last == null || start.getValue() == null || !last.isBefore(start.getValue());
    }

    /** Whoever types the name of somebody who can be chosen means that person. */
    private static ProjectManager named(List<ProjectManager> people, String typed) {
        return people.stream()
                .filter(each -> each.name().equalsIgnoreCase(typed.strip()))
                .findFirst()
                .orElseGet(() -> new ProjectManager(null, typed.strip()));
    }

    private static Div line(Component... fields) {
        Div line = new Div(fields);
        line.addClassName("tf-project-form-days");
        return line;
    }

    private static DatePicker day(String key) {
        return DayField.of(Texts.of(key), Texts.of("standing.settings.no-day"));
    }

    private static <T extends Enum<T>> Select<T> select(String key, SerializableFunction<T, String> label, T[] values) {
        Select<T> select = new Select<>();
        select.setLabel(Texts.of(key));
        select.setItems(values);
        select.setItemLabelGenerator(item -> label.apply(Objects.requireNonNull(item)));
        return select;
    }
}
