package tallyfold.portfolio.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldVariant;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tallyfold.project.Project;
import tallyfold.project.ProjectId;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** The cell "Name in Tallyfold": a field for the name, or the choice of an existing project to link to. */
final class ImportNameCell extends Div {

    private final ImportRow row;
    private final TextField name = new TextField();
    private final Span targetProblem = new Span();

    /** A choice of the list; no project means to create a new one. */
    private record Target(@Nullable Project project) {}

    ImportNameCell(ImportRow row, List<Project> targets, Runnable changed) {
        this.row = row;
        addClassName("tf-import-name");
        if (!row.selectable()) {
            Span fixed = new Span(row.nameInTallyfold());
            fixed.addClassName("tf-quiet");
            add(fixed);
            return;
        }
        name.setAriaLabel(Texts.of("importing.name-label", row.remote().name()));
        name.setValue(row.name());
        name.setValueChangeMode(ValueChangeMode.LAZY);
        name.addThemeVariants(TextFieldVariant.SMALL);
        name.setMaxLength(ImportSelection.MAX_NAME);
        name.addValueChangeListener(event -> {
            row.rename(event.getValue());
            changed.run();
        });
        if (row.offersTargets()) {
            add(targetBox(targets, changed));
        }
        targetProblem.addClassNames("tf-bad", "tf-import-problem");
        add(name, targetProblem);
        arrange();
    }

    /** Shows what stands against the row, or that nothing does. */
    void show(@Nullable String problem) {
        boolean linked = row.target() != null;
        name.setInvalid(problem != null && !linked);
        name.setErrorMessage(problem == null ? "" : problem);
        targetProblem.setText(problem == null ? "" : problem);
        targetProblem.setVisible(problem != null && linked);
    }

    void focusField() {
        name.focus();
    }

    private void arrange() {
        name.setVisible(row.target() == null);
        targetProblem.setVisible(false);
    }

    private ComboBox<Target> targetBox(List<Project> targets, Runnable changed) {
        List<Target> choices = new ArrayList<>();
        Project match = row.match();
        if (match != null) {
            choices.add(new Target(match));
        }
        choices.add(new Target(null));
        targets.stream()
                .filter(project -> match == null || !project.id().equals(match.id()))
                .forEach(project -> choices.add(new Target(project)));
        ComboBox<Target> box = new ComboBox<>();
        box.setAriaLabel(Texts.of("importing.target-label", row.remote().name()));
        box.setItemLabelGenerator(target -> {
            Project project = target.project();
            return project == null ? Texts.of("importing.create-new") : Texts.of("importing.link-to", project.name());
        });
        box.setItems(choices);
        box.setValue(choices.stream()
                .filter(choice -> Objects.equals(idOf(choice.project()), idOf(row.target())))
                .findFirst()
                .orElse(choices.getFirst()));
        box.setRequired(true);
        box.setPrefixComponent(Symbol.LINK.icon());
        box.addValueChangeListener(event -> {
            if (event.getValue() == null) {
                box.setValue(event.getOldValue());
                return;
            }
            row.linkTo(event.getValue().project());
            arrange();
            changed.run();
        });
        return box;
    }

    private static @Nullable ProjectId idOf(@Nullable Project project) {
        return project == null ? null : project.id();
    }
}
