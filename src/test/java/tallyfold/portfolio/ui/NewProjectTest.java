package tallyfold.portfolio.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tallyfold.project.CreateProjectResult;
import tallyfold.project.Project;
import tallyfold.project.ProjectDraft;
import tallyfold.security.Role;
import tallyfold.support.SignedInAs;

@SignedInAs(Role.PROJECT_MANAGER)
class NewProjectTest extends PortfolioUiTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 2);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 18);

    @AfterEach
    void forget() {
        clearInvocations(projects);
    }

    private void open() {
        navigate(ProjectsView.class);
        test(find(Button.class).withCaption("New project").single()).click();
    }

    private TextField name() {
        return find(TextField.class).withCaption("Name").single();
    }

    private DatePicker day(String caption) {
        return find(DatePicker.class).withCaption(caption).single();
    }

    private void create() {
        test(find(Button.class).withCaption("Create project").single()).click();
    }

    private Project made(String name) {
        Project project = unlinked(name);
        doReturn(new CreateProjectResult.Created(project)).when(projects).create(any());
        return project;
    }

    @Test
    void createsAProjectAndGoesToItsPage() {
        open();
        made("Relaunch");
        test(name()).setValue("Relaunch");
        test(find(TextArea.class).withCaption("Description").single()).setValue("All of it");
        test(day("Start")).setValue(FIRST);
        test(day("Finish")).setValue(LAST);

        create();

        verify(projects).create(new ProjectDraft("Relaunch", "All of it", FIRST, LAST, null));
        assertThat(find(H1.class).single().getText()).isEqualTo("Relaunch");
        assertThat(linking.opened).isEmpty();
    }

    @Test
    void beginsWeeksOnMonday() {
        open();

        assertThat(day("Start").getI18n().getFirstDayOfWeek()).isEqualTo(1);
    }

    @Test
    void goesOnWithLinksWhenAskedTo() {
        open();
        Project project = made("Relaunch");
        test(name()).setValue("Relaunch");
        test(find(Checkbox.class).withCaption("Configure connections").single()).click();

        create();

        assertThat(linking.opened).containsExactly(project.id());
    }

    @Test
    void refusesAnEmptyNameAndAFinishBeforeTheStart() {
        open();
        test(name()).setValue("  ");
        test(day("Start")).setValue(LAST);
        test(day("Finish")).setValue(FIRST);

        create();

        assertThat(name().isInvalid()).isTrue();
        assertThat(day("Finish").getErrorMessage()).isEqualTo("The finish is before the start. Change one of them.");
        verify(projects, never()).create(any());
    }

    @Test
    void showsARefusalAtItsFieldAndKeepsTheInput() {
        open();
        doReturn(new CreateProjectResult.Refused(CreateProjectResult.Field.NAME, "Taken. Choose another name."))
                .when(projects)
                .create(any());
        test(name()).setValue("Shop");

        create();

        assertThat(name().isInvalid()).isTrue();
        assertThat(name().getErrorMessage()).isEqualTo("Taken. Choose another name.");
        assertThat(name().getValue()).isEqualTo("Shop");
    }

    @Test
    @SignedInAs(Role.VIEWER)
    void isNotOfferedToAViewer() {
        navigate(ProjectsView.class);

        assertThat(find(Button.class).withCaption("New project").exists()).isFalse();
    }
}
