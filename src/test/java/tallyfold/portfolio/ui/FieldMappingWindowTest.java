package tallyfold.portfolio.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinSession;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import tallyfold.project.LinkId;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderFailure.Throttled;
import tallyfold.provider.RemoteField;
import tallyfold.security.Role;
import tallyfold.support.SignedInAs;
import tallyfold.workitem.FieldMapping;
import tallyfold.workitem.FieldMappingDraft;
import tallyfold.workitem.FieldMappingResult;
import tallyfold.workitem.FieldRule;
import tallyfold.workitem.FieldTarget;
import tallyfold.workitem.MappableLink;
import tallyfold.workitem.ui.FieldMappingLauncher;

/** The window "Field mapping" of a link. */
@SignedInAs(Role.PROJECT_MANAGER)
@SuppressWarnings({"NullAway", "unchecked"})
class FieldMappingWindowTest extends PortfolioUiTest {

    private static final RemoteField RISK = new RemoteField("Custom.Risk", "Risk class", RemoteField.Type.TEXT);
    private static final RemoteField VALUE = new RemoteField("Custom.Value", "Value", RemoteField.Type.NUMBER);

    @Autowired
    private FieldMappingLauncher launcher;

    private final LinkId link = new LinkId(UUID.randomUUID());
    private final FieldMapping mapping = new FieldMapping(
            UUID.randomUUID(),
            "Agile",
            "Epic",
            RISK,
            FieldTarget.COLUMN,
            "Risk",
            List.of(new FieldRule("1 - High", "Red")),
            false,
            3);

    @BeforeEach
    void aLink() {
        when(mappings.link(link))
                .thenReturn(Optional.of(new MappableLink("Agile", List.of("Epic", "User Story"), false)));
        when(mappings.mappings(link)).thenReturn(List.of());
        when(mappings.fields(link)).thenReturn(List.of(RISK, VALUE));
        go("projects/" + project("Shop").project().value());
    }

    private void open() {
        launcher.open(link);
        arrive();
    }

    private void arrive() {
        roundTrip();
        background.runAll();
        VaadinSession session = VaadinSession.getCurrent();
        session.getService().runPendingAccessTasks(session);
        roundTrip();
    }

    private void press(String words) {
        test(find(Button.class).withText(words).single()).click();
        arrive();
    }

    private Select<Object> select(String label) {
        return find(Select.class).withCaption(label).single();
    }

    @Test
    void mapsAFieldWithARule() {
        when(mappings.add(eq(link), any())).thenReturn(new FieldMappingResult.Saved(mapping, true));
        open();
        press("Add mapping");
        select("Work item type").setValue("Epic");
        test(find(ComboBox.class).single()).selectItem("Risk class");
        find(TextField.class).withCaption("Name of the column").single().setValue("Risk");
        press("Add rule");
        find(TextField.class).withAriaLabel("Source value of rule 1").single().setValue("1 - High");
        find(TextField.class).withAriaLabel("Shown value of rule 1").single().setValue("Red");
        press("Save mapping");

        ArgumentCaptor<FieldMappingDraft> draft = ArgumentCaptor.captor();
        verify(mappings).add(eq(link), draft.capture());
        assertThat(draft.getValue())
                .isEqualTo(new FieldMappingDraft(
                        "Epic", RISK, FieldTarget.COLUMN, "Risk", List.of(new FieldRule("1 - High", "Red"))));
        assertThat(find(ComboBox.class).exists()).isFalse();
    }

    @Test
    void saysWhatIsMissingAndWhatWasRefused() {
        when(mappings.add(eq(link), any()))
                .thenReturn(new FieldMappingResult.Refused(FieldMappingResult.Part.COLUMN, "Taken already."));
        open();
        press("Add mapping");
        press("Save mapping");
        assertThat(select("Work item type").isInvalid()).isTrue();

        select("Work item type").setValue("Epic");
        test(find(ComboBox.class).single()).selectItem("Value");
        find(TextField.class).withCaption("Name of the column").single().setValue("Worth");
        press("Save mapping");
        TextField column =
                find(TextField.class).withCaption("Name of the column").single();
        assertThat(column.isInvalid()).isTrue();
        assertThat(column.getErrorMessage()).isEqualTo("Taken already.");
    }

    @Test
    void changesAMappingWithItsVersion() {
        when(mappings.mappings(link)).thenReturn(List.of(mapping));
        when(mappings.change(eq(link), eq(mapping.id()), any(), anyInt()))
                .thenReturn(new FieldMappingResult.Outdated());
        open();
        Grid<FieldMapping> grid = find(Grid.class).single();
        assertThat(test(grid).getCellText(0, 2)).isEqualTo("Column \"Risk\"");
        assertThat(test(grid).getCellText(0, 3)).isEqualTo("1 rule");
        ((Button) test(grid).getCellComponent(0, 4).getChildren().findFirst().orElseThrow()).click();
        arrive();
        assertThat(find(TextField.class)
                        .withAriaLabel("Shown value of rule 1")
                        .single()
                        .getValue())
                .isEqualTo("Red");
        press("Save mapping");

        verify(mappings)
                .change(
                        link,
                        mapping.id(),
                        new FieldMappingDraft("Epic", RISK, FieldTarget.COLUMN, "Risk", mapping.rules()),
                        3);
        assertThat(find(ComboBox.class).exists()).as("what was entered stays").isTrue();
    }

    @Test
    void saysWhyThereAreNoFieldsAndTriesAgain() {
        when(mappings.fields(link)).thenThrow(new ProviderException(new Throttled(null)));
        open();
        press("Add mapping");
        assertThat(find(Button.class).withText("Try again").exists()).isTrue();
        // The other way round would ask the source once more.
        doReturn(List.of(RISK)).when(mappings).fields(link);
        press("Try again");
        assertThat(find(Button.class).withText("Try again").exists()).isFalse();
    }

    @Test
    void offersProjectFieldsOnlyToALinkOfOneItem() {
        open();
        press("Add mapping");
        assertThat(select("Becomes").getListDataView().getItems().toList()).containsExactly(FieldTarget.COLUMN);
    }

    @Test
    void asksToWaitForTheFirstSync() {
        when(mappings.link(link)).thenReturn(Optional.empty());
        open();
        assertThat(find(Button.class).withText("Add mapping").exists()).isFalse();
    }
}
