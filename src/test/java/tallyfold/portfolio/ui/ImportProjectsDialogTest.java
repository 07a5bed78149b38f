package tallyfold.portfolio.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tallyfold.connection.Connection;
import tallyfold.connection.ConnectionService;
import tallyfold.portfolio.ui.source.FailureNote;
import tallyfold.portfolio.ui.source.Sources;
import tallyfold.project.ImportCandidate;
import tallyfold.project.ImportResult;
import tallyfold.project.ImportService;
import tallyfold.project.ImportStatus;
import tallyfold.project.Link;
import tallyfold.project.LinkId;
import tallyfold.project.Portfolio;
import tallyfold.project.PortfolioId;
import tallyfold.project.PortfolioTree;
import tallyfold.project.Project;
import tallyfold.project.Rhythm;
import tallyfold.provider.Provider;
import tallyfold.provider.ProviderDescriptor;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderFailure.Unreachable;
import tallyfold.support.HeldCalls;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncRunStatus;
import tallyfold.sync.SyncService;

@ViewPackages(packages = "tallyfold.uikit")
class ImportProjectsDialogTest extends BrowserlessTest {

    private final ImportService imports = mock();
    private final SyncService syncs = mock();
    private final ConnectionService connections = mock();
    private final Connection contoso = ImportSamples.connection("contoso");
    private final Project giftCards = ImportSamples.project("Gift Cards");
    private final Portfolio portfolio =
            new Portfolio(new PortfolioId(UUID.randomUUID()), "Retail", "", "", null, ImportSamples.NOW, 0);
    private final Map<LinkId, SyncRun> runs = new HashMap<>();
    private final List<Consumer<SyncRun>> listeners = new ArrayList<>();
    private final HeldCalls background = new HeldCalls();
    private List<Connection> usable = List.of(contoso);
    private int changes;

    @BeforeEach
    void prepare() {
        when(connections.usable()).thenAnswer(_ -> usable);
        when(imports.linkTargets()).thenReturn(List.of(giftCards));
        when(syncs.rhythm()).thenReturn(Rhythm.every(Duration.ofMinutes(15)));
        when(syncs.unfinished()).thenReturn(List.of());
        when(syncs.latest(anyCollection())).thenAnswer(call -> {
            Collection<LinkId> links = call.getArgument(0);
            Map<LinkId, SyncRun> found = new HashMap<>(runs);
            found.keySet().retainAll(links);
            return found;
        });
        when(syncs.listen(any())).thenAnswer(call -> {
            Consumer<SyncRun> listener = call.getArgument(0);
            listeners.add(listener);
            return (AutoCloseable) () -> listeners.remove(listener);
        });
        organizationHas(
                ImportSamples.fresh("Website"),
                ImportSamples.fresh("Search"),
                ImportSamples.candidate("Gift Cards", ImportStatus.LINK, giftCards),
                ImportSamples.candidate("ERP", ImportStatus.ALREADY_LINKED, ImportSamples.project("ERP")));
    }

    @Nested
    class Choosing {

        @Test
        void explainsWhatToDoWithoutAConnectionAndGoesOnWithTheNewOne() {
            usable = List.of();
            open(true);
            assertThat(texts(H2.class)).contains("No connection yet");

            usable = List.of(contoso);
            click("Add new connection");
            settle();

            assertThat(connectionField().getValue()).isEqualTo(contoso);
            assertThat(grid().getListDataView().getItems()).hasSize(4);
        }

        @Test
        void offersNoNewConnectionToWhoMayNotMakeOne() {
            usable = List.of();
            open(false);

            assertThat(find(Button.class).all())
                    .noneMatch(button -> button.getText().equals("Add new connection"));
        }

        @Test
        void tellsHowFarTheReadingIsAndCanBeStopped() {
            Consumer<IntConsumer> reading = progress -> progress.accept(100);
            when(imports.candidates(any(), any())).thenAnswer(call -> {
                reading.accept(call.getArgument(1));
                throw new AssertionError("The rest of the reading must not be heard of");
            });
            open(true);
            assertThat(spans()).contains("Reading projects…");

            click("Cancel reading");
            settle();

            assertThat(texts(H2.class)).contains("Reading was cancelled");
        }

        @Test
        void showsAFailureInPlaceAndTriesAgain() {
            when(imports.candidates(any(), any()))
                    .thenThrow(new ProviderException(new Unreachable(Unreachable.Obstacle.TIMEOUT, "dev.azure.com")));
            open(true);
            settle();
            assertThat(find(FailureNote.class).all()).hasSize(1);

            organizationHas(ImportSamples.fresh("Website"));
            click("Try again");
            settle();

            assertThat(grid().getListDataView().getItems()).hasSize(1);
        }

        @Test
        void countsTheChosenAndTakesAllThatMatch() {
            open(true);
            settle();
            assertThat(spans()).contains("0 of 4 selected");

            click("Select all 3 that match");

            assertThat(spans()).contains("3 of 4 selected: 2 New, 1 Link");
        }

        @Test
        void keepsTheChosenWhenTheFilterHidesThem() {
            open(true);
            settle();
            click("Select all 3 that match");

            find(TextField.class)
                    .withCondition(field -> "Filter by name or description".equals(field.getPlaceholder()))
                    .single()
                    .setValue("web");

            assertThat(grid().getListDataView().getItems()).hasSize(1);
            assertThat(spans()).contains("3 of 4 selected: 2 New, 1 Link");
        }

        @Test
        void offersAWayOutWhenTheFilterFindsNothing() {
            open(true);
            settle();
            TextField filter = find(TextField.class)
                    .withCondition(field -> "Filter by name or description".equals(field.getPlaceholder()))
                    .single();
            filter.setValue("chekout");
            assertThat(texts(H2.class)).contains("No project matches “chekout”");

            click("Clear filter");

            assertThat(filter.getValue()).isEmpty();
            assertThat(grid().isVisible()).isTrue();
        }

        @Test
        void saysThatTheScheduleComesFromTheSource() {
            open(true);
            settle();

            assertThat(spans())
                    .contains(
                            "The schedule of matched projects will come from Azure DevOps.",
                            "Sync schedule: every 15 minutes, the default of this server.");
        }
    }

    @Nested
    class Starting {

        @Test
        void asksForASelectionFirst() {
            open(true);
            settle();

            click("Import");

            assertThat(spans()).contains("Nothing is selected. Tick the projects to import.");
            verify(imports, never()).start(any(), any(), any());
        }

        @Test
        void refusesClashingNamesBeforeAnythingStarts() {
            open(true);
            settle();
            row("Website").rename("Search");
            grid().asMultiSelect().select(row("Website"), row("Search"));

            click("Import");

            assertThat(spans()).contains("1 name clashes.", "Change it, then import.");
            verify(imports, never()).start(any(), any(), any());
        }

        @Test
        void showsTheReasonsOfTheServerOnTheirRows() {
            open(true);
            settle();
            grid().asMultiSelect().select(row("Website"));
            when(imports.start(any(), any(), any()))
                    .thenReturn(new ImportResult.Refused(Map.of(row("Website").id(), "Taken meanwhile")));

            click("Import");
            settle();

            assertThat(row("Website").refusal()).isEqualTo("Taken meanwhile");
            assertThat(spans()).contains("1 name clashes.");
            assertThat(button("Import").isEnabled()).isTrue();
        }

        @Test
        void keepsTheInputWhenTheServerFails() {
            open(true);
            settle();
            grid().asMultiSelect().select(row("Website"));
            when(imports.start(any(), any(), any())).thenThrow(new IllegalStateException("database gone"));

            click("Import");
            settle();

            assertThat(spans()).anyMatch(text -> text.startsWith("Tallyfold could not do this"));
            assertThat(spans()).noneMatch(text -> text.contains("database gone"));
            assertThat(grid().asMultiSelect().getValue()).hasSize(1);
        }
    }

    @Nested
    class Watching {

        private final Link website = ImportSamples.link(contoso.id(), "Website");
        private final Link search = ImportSamples.link(contoso.id(), "Search");

        @Test
        void showsEachStateAsItIsHeardOf() {
            importBoth();
            assertThat(texts(H3.class)).contains("Importing 2 projects from contoso");
            assertThat(spans()).contains("2 Waiting");

            hear(ImportSamples.run(website, SyncRunStatus.RUNNING, 2400, 1480));
            hear(ImportSamples.run(search, SyncRunStatus.FAILED, 100, 34));

            assertThat(spans()).contains("1 Failed, 1 Running");
            assertThat(changes).isEqualTo(2);
        }

        @Test
        void saysWhenEverythingHasEnded() {
            importBoth();

            hear(ImportSamples.run(website, SyncRunStatus.SUCCEEDED, 10, 10));
            hear(ImportSamples.run(search, SyncRunStatus.FAILED, 100, 34));

            assertThat(texts(H3.class)).contains("1 of 2 projects imported");
            assertThat(spans()).contains("Nothing is waiting or running any more.");
        }

        @Test
        void cancelsWhatWaits() {
            importBoth();
            hear(ImportSamples.run(website, SyncRunStatus.RUNNING, 10, 1));

            click("Cancel waiting imports");

            verify(syncs).cancelWaiting(List.of(search.id()));
        }

        @Test
        void hearsNothingAfterItWasClosed() {
            importBoth();
            assertThat(texts(H3.class)).contains("Importing 2 projects from contoso");
            assertThat(listeners).hasSize(1);

            click("Close");
            settle();

            assertThat(listeners).isEmpty();
        }

        @Test
        void showsTheRunningImportFirstWhenOpenedAgain() {
            importBoth();
            click("Close");
            settle();
            runs.put(website.id(), ImportSamples.run(website, SyncRunStatus.SUCCEEDED, 10, 10));
            SyncRun waiting = ImportSamples.run(search, SyncRunStatus.WAITING, null, 0);
            runs.put(search.id(), waiting);
            when(syncs.unfinished()).thenReturn(List.of(waiting));

            open(true);

            assertThat(spans()).contains("1 Done, 1 Waiting");
            click("Import more projects");
            settle();
            assertThat(grid().getListDataView().getItems()).hasSize(4);
        }

        @Test
        void namesTheProjectsOfAnImportSomebodyElseBegan() {
            SyncRun running = ImportSamples.run(search, SyncRunStatus.RUNNING, 10, 3);
            runs.put(search.id(), running);
            when(syncs.unfinished()).thenReturn(List.of(running));

            open(true);

            assertThat(texts(H3.class)).contains("Importing 1 project");
        }

        @Test
        @SuppressWarnings("unchecked")
        void putsTheBatchIntoTheChosenPortfolio() {
            open(true);
            settle();
            grid().asMultiSelect().select(row("Website"));
            when(imports.start(any(), any(), any())).thenReturn(new ImportResult.Started(List.of(website)));
            find(ComboBox.class).withCaption("Portfolio").single().setValue(portfolio);

            click("Import");
            settle();

            verify(imports).start(eq(contoso.id()), any(), eq(portfolio.id()));
        }

        private void importBoth() {
            open(true);
            settle();
            grid().asMultiSelect().select(row("Website"), row("Search"));
            when(imports.start(any(), any(), any())).thenReturn(new ImportResult.Started(List.of(website, search)));
            click("Import");
            settle();
        }

        private void hear(SyncRun run) {
            runs.put(run.link(), run);
            List.copyOf(listeners).forEach(listener -> listener.accept(run));
            roundTrip();
        }
    }

    private void organizationHas(ImportCandidate... candidates) {
        doAnswer(_ -> List.of(candidates)).when(imports).candidates(any(), any());
    }

    private void open(boolean mayConnect) {
        Provider provider = mock();
        when(provider.id()).thenReturn(ImportSamples.PROVIDER);
        when(provider.descriptor())
                .thenReturn(new ProviderDescriptor(
                        ImportSamples.PROVIDER, "Azure DevOps", "", "", "", "", List.of(), List.of(), List.of()));
        ImportContext context = new ImportContext(
                imports,
                syncs,
                new Sources(connections, List.of(provider), mayConnect, (_, created) -> created.accept(contoso)),
                _ -> Optional.of("Named"),
                () -> new PortfolioTree(List.of(portfolio), Map.of()),
                background,
                Clock.fixed(ImportSamples.NOW, ZoneOffset.UTC));
        ImportProjectsDialog dialog = new ImportProjectsDialog(context, null, null, () -> changes++);
        dialog.open();
        roundTrip();
        assertThat(UI.getCurrent()).isNotNull();
    }

    private void settle() {
        background.runAll();
        roundTrip();
    }

    private void click(String text) {
        test(button(text)).click();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    @SuppressWarnings("unchecked")
    private Select<Connection> connectionField() {
        return find(Select.class).withCaption("Connection").single();
    }

    private Grid<ImportRow> grid() {
        return find(ImportCandidateGrid.class).single();
    }

    private ImportRow row(String name) {
        return grid().getListDataView()
                .getItems()
                .filter(row -> row.remote().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Set<String> spans() {
        return texts(Span.class);
    }

    private <T extends com.vaadin.flow.component.HtmlComponent & com.vaadin.flow.component.HasText> Set<String> texts(
            Class<T> type) {
        Set<String> texts = new java.util.LinkedHashSet<>();
        find(type).all().forEach(component -> texts.add(component.getText()));
        return texts;
    }
}
