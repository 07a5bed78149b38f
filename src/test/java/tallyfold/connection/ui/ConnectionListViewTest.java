package tallyfold.connection.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.junit.jupiter.api.Test;
import tallyfold.connection.Connection;
import tallyfold.connection.ConnectionDraft;
import tallyfold.connection.ConnectionRow;
import tallyfold.connection.CreateConnectionResult;
import tallyfold.connection.FakeProvider;
import tallyfold.connection.Health;
import tallyfold.kernel.Secret;
import tallyfold.security.Role;
import tallyfold.support.SignedInAs;

@SignedInAs(Role.ADMINISTRATOR)
class ConnectionListViewTest extends ConnectionUiTest {

    private Connection create(String organization) {
        var draft = new ConnectionDraft(
                provider.id(),
                "https://dev.azure.com/" + organization,
                "anna@contoso.com",
                Secret.of(FakeProvider.GOOD),
                "",
                null);
        return ((CreateConnectionResult.Created) service.create(draft, _ -> {})).connection();
    }

    @SuppressWarnings("unchecked")
    private Grid<ConnectionRow> grid() {
        return find(ConnectionGrid.class).single();
    }

    private List<String> names() {
        return grid().getListDataView()
                .getItems()
                .map(row -> row.connection().name())
                .toList();
    }

    private RowActions menu() {
        return ((ConnectionListView) getCurrentView()).actions();
    }

    @Test
    void invitesToAddTheFirstConnection() {
        navigate(ConnectionListView.class);

        assertThat(find(H1.class).single().getText()).isEqualTo("Connections");
        assertThat(text(getCurrentView().getElement().getComponent().orElseThrow()))
                .contains("No connection yet", "A connection is a read-only way");
        press("Add new connection");

        assertThat(field("Azure DevOps Site URL").isVisible()).isTrue();
        assertThat(find(Button.class).withCaption("Works").exists()).isTrue();
    }

    @Test
    void hasTheColumnsPeopleLookFor() {
        create("contoso");
        navigate(ConnectionListView.class);

        assertThat(grid().getColumns().stream().filter(Grid.Column::isVisible).map(Grid.Column::getHeaderText))
                .startsWith("Name", "Organization", "Account", "Health", "Token expires", "Projects", "Last checked");
    }

    @Test
    void filtersByNameOrganizationAndAccount() {
        create("contoso");
        create("fabrikam");
        navigate(ConnectionListView.class);

        test(find(TextField.class).withAriaLabel("Filter connections").single()).setValue("FABRI");

        assertThat(names()).containsExactly("fabrikam");
        assertThat(text(getCurrentView().getElement().getComponent().orElseThrow()))
                .contains("1 of 2 connections");
    }

    @Test
    void namesTheFilterThatFindsNothingAndClearsIt() {
        create("contoso");
        navigate(ConnectionListView.class);
        test(find(TextField.class).withAriaLabel("Filter connections").single()).setValue("zzz");

        press("Clear filter");

        assertThat(names()).containsExactly("contoso");
    }

    @Test
    void putsWhatStoppedWorkingFirstAndSaysSo() {
        create("aaa");
        Connection broken = create("zzz");
        provider.organizationIds.put("zzz", "somebody-else");
        service.check(broken.id(), _ -> {});

        navigate(ConnectionListView.class);

        assertThat(names()).containsExactly("zzz", "aaa");
        assertThat(text(getCurrentView().getElement().getComponent().orElseThrow()))
                .contains("One connection stopped working.", "zzz: ", "TF-CONN-26");
    }

    @Test
    @SignedInAs(value = Role.PROJECT_MANAGER, name = "mona")
    void showsAProjectManagerNoMenuAndNoButton() {
        navigate(ConnectionListView.class);

        assertThat(find(Button.class).withCaption("Add new connection").exists())
                .isFalse();
        assertThat(text(getCurrentView().getElement().getComponent().orElseThrow()))
                .contains("An administrator can add one");
    }

    @Test
    void checksNowAndShowsTheOutcome() {
        Connection connection = create("contoso");
        navigate(ConnectionListView.class);

        menu().check(connection);
        letChecksRun();

        assertThat(checkLines()).hasSize(6).allMatch(line -> line.contains("passed"));
        press("Close");
        assertThat(windowOpen()).isFalse();
    }

    @Test
    void diagnosesAndOffersTheReport() {
        Connection connection = create("contoso");
        navigate(ConnectionListView.class);

        menu().diagnose(connection);
        letChecksRun();

        Dialog window = find(Dialog.class).single();
        assertThat(text(window))
                .contains("3 of 3 questions", "2 projects, no more", "SCOPE_MISSING", "No team was found.")
                .contains("1 question was not answered");
        assertThat(find(Anchor.class).all().stream().map(Anchor::getText)).contains("Download report");
        press("Close");
        assertThat(windowOpen()).isFalse();
    }

    @Test
    void replacesATokenWithoutShowingTheStoredOne() {
        Connection connection = create("contoso");
        navigate(ConnectionListView.class);
        menu().replaceToken(connection);
        assertThat(tokenField().getValue()).isEmpty();

        test(tokenField()).setValue(FakeProvider.WITHOUT_GRAPH);
        press("Replace token");
        letChecksRun();
        assertThat(checkLines()).anyMatch(line -> line.startsWith("Graph: read") && line.contains("failed"));

        test(tokenField()).setValue(FakeProvider.NEWER);
        press("Replace token");
        letChecksRun();
        assertThat(windowOpen()).isFalse();
    }

    @Test
    void asksForATokenWhenTheOrganizationIsEdited() {
        Connection connection = create("contoso");
        navigate(ConnectionListView.class);
        menu().edit(connection);
        test(field("Azure DevOps Site URL")).setValue("https://dev.azure.com/fabrikam");

        press("Save");
        assertThat(tokenField().getErrorMessage()).isEqualTo("Paste the Personal Access Token.");
        test(tokenField()).setValue(FakeProvider.NEWER);
        press("Save");
        letChecksRun();

        assertThat(service.find(connection.id()).orElseThrow().organization()).isEqualTo("fabrikam");
    }

    @Test
    void renamesWithoutAskingTheNetwork() {
        Connection connection = create("contoso");
        navigate(ConnectionListView.class);
        menu().edit(connection);
        test(field("Name")).setValue("Contoso AG");

        press("Save");

        assertThat(held.waiting()).isZero();
        assertThat(names()).containsExactly("Contoso AG");
    }

    @Test
    void deletesOnlyAfterTheWordWasTyped() {
        Connection connection = create("contoso");
        navigate(ConnectionListView.class);
        menu().delete(connection);

        press("Delete");
        assertThat(field("Type DELETE to confirm").isInvalid()).isTrue();
        test(field("Type DELETE to confirm")).setValue("DELETE");
        press("Delete");

        assertThat(service.rows()).isEmpty();
        assertThat(find(RadioButtonGroup.class).exists()).isFalse();
    }

    @Test
    void saysThatATokenIsNeededWhenTheStoredOneCannotBeOpened() {
        Connection connection = create("contoso");
        jdbc.sql("UPDATE connection_secret SET sealed = 'damaged'").update();
        navigate(ConnectionListView.class);

        menu().check(connection);
        letChecksRun();

        assertThat(checkLines()).singleElement().asString().contains("Stored token", "failed", "TF-CONN-33");
        assertThat(service.find(connection.id()).orElseThrow().health()).isEqualTo(Health.TOKEN_NEEDED);
    }
}
