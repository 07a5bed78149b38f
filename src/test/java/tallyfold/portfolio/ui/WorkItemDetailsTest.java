package tallyfold.portfolio.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.when;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.server.VaadinSession;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tallyfold.connection.FailureText;
import tallyfold.project.Link;
import tallyfold.provider.RemoteItemText;
import tallyfold.security.Role;
import tallyfold.support.SignedInAs;
import tallyfold.workitem.ItemText;
import tallyfold.workitem.WorkItemKey;
import tallyfold.workitem.WorkItemRow;

/** The window that shows one work item, opened from its row. */
@SignedInAs(Role.VIEWER)
@SuppressWarnings("NullAway")
class WorkItemDetailsTest extends PortfolioUiTest {

    private static final String HOSTILE_TITLE = "<img src=x onerror=alert(1)>";

    private WorkItemKey item;

    @BeforeEach
    void aProjectWithAnItem() {
        Link shop = project("Shop");
        item = seed.item(shop.id(), connection, 12, it -> {
            it.title = HOSTILE_TITLE;
            it.assignee = "Anna Lee";
            it.tags = "urgent";
            it.web = "https://dev.azure.com/fabrikam/shop/_workitems/edit/12";
        });
        when(texts.read(any(), eq(item))).thenReturn(new ItemText.Read(List.of()));
        go("projects/" + shop.project().value() + "/work-items?view=list");
    }

    private Dialog open() {
        Button details = (Button) rowActions().getChildren().findFirst().orElseThrow();
        assertThat(details.getAriaLabel()).contains("Details of 12");
        details.click();
        arrive();
        return find(Dialog.class).single();
    }

    @SuppressWarnings("unchecked")
    private com.vaadin.flow.component.Component rowActions() {
        Grid<WorkItemRow> grid = find(Grid.class).single();
        return test(grid).getCellComponent(0, "open");
    }

    private void arrive() {
        roundTrip();
        background.runAll();
        VaadinSession session = VaadinSession.getCurrent();
        session.getService().runPendingAccessTasks(session);
        roundTrip();
    }

    @Test
    void showsFieldsAndTitleAsText() {
        Dialog window = open();

        assertThat(window.getHeaderTitle()).isEqualTo("User Story 12");
        assertThat(text(window)).contains(HOSTILE_TITLE, "No changes of state are known.", "no description");
        assertThat(text(find(DescriptionList.class).single())).contains("Active", "Anna Lee", "urgent");
        assertThat(find(Anchor.class).withText("Open in Azure DevOps").all())
                .anyMatch(link -> link.getHref().endsWith("/_workitems/edit/12"));
    }

    @Test
    void showsTheTextsUnderTheirNames() {
        when(texts.read(any(), eq(item)))
                .thenReturn(new ItemText.Read(List.of(
                        new ItemText.Part(RemoteItemText.Kind.DESCRIPTION, "<p>Find <b>it</b></p>", false),
                        new ItemText.Part(RemoteItemText.Kind.ACCEPTANCE_CRITERIA, "<p>Found</p>", true))));

        Dialog window = open();

        assertThat(text(window)).contains("Description", "Acceptance criteria", "longer than is shown");
        assertThat(find(Html.class).all()).extracting(Html::getInnerHtml).anyMatch(html -> html.contains("<b>it</b>"));
    }

    @Test
    void saysWhyThereIsNoTextAndTriesAgain() {
        when(texts.read(any(), eq(item)))
                .thenReturn(new ItemText.Failed(new FailureText(
                        "TF-CONN-11", "Azure DevOps asks to wait.", "Wait a minute.", "connection-errors")));
        Dialog window = open();
        assertThat(text(window)).contains("Azure DevOps asks to wait.", "Wait a minute.", "TF-CONN-11");

        when(texts.read(any(), eq(item))).thenReturn(new ItemText.Copy());
        find(Button.class).withText("Try again").single().click();
        arrive();

        assertThat(text(window)).contains("read-only copy").doesNotContain("TF-CONN-11");
    }

    @Test
    void saysThatItIsTheProductsFault() {
        when(texts.read(any(), eq(item))).thenThrow(new IllegalStateException("secret detail"));

        assertThat(text(open())).contains("fault in Tallyfold").doesNotContain("secret detail");
    }
}
