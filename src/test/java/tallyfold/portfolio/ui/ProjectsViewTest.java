package tallyfold.portfolio.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid.Column;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tallyfold.connection.ConnectionId;
import tallyfold.portfolio.ScheduleStanding;
import tallyfold.project.Link;
import tallyfold.project.OverallStatus;
import tallyfold.project.Portfolio;
import tallyfold.project.PortfolioId;
import tallyfold.project.PortfolioTree;
import tallyfold.project.ProjectId;
import tallyfold.project.ProjectProgress;
import tallyfold.project.ProjectStage;
import tallyfold.project.ProjectStatus;
import tallyfold.security.Role;
import tallyfold.support.MutableClock;
import tallyfold.support.SignedInAs;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncRunStatus;

@SignedInAs(Role.PROJECT_MANAGER)
class ProjectsViewTest extends PortfolioUiTest {

    @Autowired
    private MutableClock clock;

    private List<String> cardNames() {
        return find(ProjectCard.class).all().stream()
                .map(card -> text(card.getComponentAt(0)).strip())
                .toList();
    }

    @Test
    void explainsAnEmptyPageAndOffersTheImport() {
        navigate(ProjectsView.class);

        assertThat(find(H2.class).all()).extracting(H2::getText).containsExactly("No projects yet");
        test(find(Button.class).withCaption("Import projects").all().getFirst()).click();
        assertThat(imports.opened).containsExactly(Optional.empty());
    }

    @Test
    @SignedInAs(Role.VIEWER)
    void offersNoImportToAViewer() {
        go("projects?import=");

        assertThat(find(Button.class).withCaption("Import projects").exists()).isFalse();
        assertThat(imports.opened).isEmpty();
    }

    @Test
    void isTheFirstPage() {
        go("");

        assertThat(find(H1.class).single().getText()).isEqualTo("Projects");
    }

    @Test
    void opensTheImportThroughTheConnectionInTheAddress() {
        go("projects?import=" + connection.value());
        go("projects?import=nonsense");

        assertThat(imports.opened).containsExactly(Optional.of(connection), Optional.empty());
    }

    @Test
    void showsWhatCountsOnACard() {
        Link shop = project("Shop");
        seed.item(shop.id(), connection, 1, item -> item.category = "COMPLETED");
        seed.item(shop.id(), connection, 2, item -> {});
        lastRun(shop, SyncRunStatus.SUCCEEDED);

        navigate(ProjectsView.class);

        assertThat(text(find(ProjectCard.class).single()))
                .contains("Shop", "fabrikam", "75 %", "1 of 2 closed", "No Status", "No dates", "4 min ago");
    }

    @Test
    void filtersByTheNameInTheAddress() {
        project("Shop");
        project("Warehouse");

        go("projects?filter=ware");

        assertThat(cardNames()).containsExactly("Warehouse");
        assertThat(find(TextField.class)
                        .withAriaLabel("Filter by name")
                        .single()
                        .getValue())
                .isEqualTo("ware");

        test(find(TextField.class).withAriaLabel("Filter by name").single()).setValue("zzz");
        assertThat(find(H2.class).single().getText()).contains("zzz");
        test(find(Button.class).withCaption("Clear filter").single()).click();
        assertThat(cardNames()).containsExactly("Shop", "Warehouse");
    }

    @Test
    void showsATableWhenTheAddressSaysSo() {
        project("Shop");

        go("projects?view=table");

        assertThat(test(find(ProjectTable.class).single()).size()).isEqualTo(1);
        assertThat(find(ProjectCard.class).exists()).isFalse();
    }

    @Test
    void addsCardsInStepsWhenThereAreMany() {
        for (int i = 0; i < 60; i++) {
            project("Project " + i);
        }
        navigate(ProjectsView.class);
        assertThat(cardNames()).hasSize(48);

        test(find(Button.class).withCaption("Show more").single()).click();

        assertThat(cardNames()).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void followsRunsThatFinish() {
        Link shop = project("Shop");
        navigate(ProjectsView.class);
        assertThat(text(find(ProjectCard.class).single())).contains("Not synced yet");

        tell(lastRun(shop, SyncRunStatus.FAILED));

        assertThat(text(find(ProjectCard.class).single())).contains("Sync failed");
    }

    /** Hundreds of projects imported at once would otherwise be drawn anew hundreds of times. */
    @Test
    void drawsAllProjectsNowAndThenWhileManyRunsEnd() {
        Link shop = project("Shop");
        Link other = project("Warehouse");
        navigate(ProjectsView.class);
        when(syncs.unfinished()).thenReturn(List.of(ImportSamples.run(other, SyncRunStatus.RUNNING, 10, 4)));

        tell(lastRun(shop, SyncRunStatus.FAILED));
        assertThat(text(find(ProjectCard.class).all().getFirst())).contains("Not synced yet");

        clock.advance(Duration.ofSeconds(3));
        tell(ImportSamples.run(other, SyncRunStatus.RUNNING, 10, 5));
        assertThat(text(find(ProjectCard.class).all().getFirst())).contains("Sync failed");

        when(syncs.unfinished()).thenReturn(List.of());
        tell(lastRun(shop, SyncRunStatus.SUCCEEDED));
        assertThat(text(find(ProjectCard.class).all().getFirst())).doesNotContain("Sync failed");
    }

    @Test
    void stopsListeningWhenLeft() {
        Link shop = project("Shop");
        navigate(ProjectsView.class);
        List<Consumer<SyncRun>> before = List.copyOf(LISTENERS);
        assertThat(before).isNotEmpty();

        go("projects/" + shop.project().value());

        assertThat(LISTENERS).hasSameSizeAs(before).doesNotContain(before.getLast());
        assertThat(find(ProjectView.class).exists()).isTrue();
    }

    @Test
    void showsHostileNamesAsText() {
        project("<img src=x onerror=alert(1)>");

        navigate(ProjectsView.class);

        assertThat(cardNames()).containsExactly("<img src=x onerror=alert(1)>");
        assertThat(find(ProjectCard.class).single().getElement().getOuterHTML()).doesNotContain("<img");
    }

    @Test
    void survivesAHostileAddress() {
        project("Shop");
        go("projects?view=%00&filter=%27%3B--&import=%F0%28");

        assertThat(find(H1.class).single().getText()).isEqualTo("Projects");
        assertThat(imports.opened).isEqualTo(List.of(Optional.<ConnectionId>empty()));
    }

    private void lie(ProjectId project, Portfolio portfolio) {
        when(portfolios.tree()).thenReturn(new PortfolioTree(List.of(portfolio), Map.of(project, portfolio.id())));
    }

    @Test
    void narrowsDownToAPortfolioAndToNone() {
        Portfolio retail =
                new Portfolio(new PortfolioId(UUID.randomUUID()), "Retail", "", "", null, ImportSamples.NOW, 0);
        lie(project("Shop").project(), retail);
        project("Bank");

        go("projects?portfolio=" + retail.id().value());
        assertThat(cardNames()).containsExactly("Shop");
        assertThat(text(find(ProjectCard.class).single())).contains("Retail · fabrikam");

        go("projects?portfolio=none");
        assertThat(cardNames()).containsExactly("Bank");

        go("projects?portfolio=nonsense");
        assertThat(cardNames()).isEmpty();
        test(find(Button.class).withCaption("Clear filter").single()).click();
        assertThat(cardNames()).containsExactly("Shop", "Bank");
    }

    @Test
    void narrowsDownToAStatus() {
        ProjectId shop = project("Shop").project();
        project("Bank");
        with(
                shop,
                new ProjectStatus(ProjectProgress.IN_PROGRESS, ProjectStage.EXECUTION, OverallStatus.AT_RISK),
                null,
                null);

        go("projects?status=at_risk");

        assertThat(cardNames()).containsExactly("Shop");
        assertThat(text(find(ProjectCard.class).single())).contains("At Risk");
    }

    @Test
    void showsTheScheduleWithItsReason() {
        project("Shop");
        schedule(new ScheduleStanding(OverallStatus.OFF_TRACK, true, "The finish date passed 1 day ago"));

        navigate(ProjectsView.class);
        assertThat(text(find(ProjectCard.class).single()))
                .contains("Schedule", "Off Track", "The finish date passed 1 day ago");

        go("projects?view=table&sort=schedule");
        ProjectTable table = find(ProjectTable.class).single();
        assertThat(table.getColumnByKey("schedule").isVisible()).isTrue();
        assertThat(text(test(table).getCellComponent(0, 3))).contains("Off Track", "The finish date passed");
    }

    @Test
    void sortsAndChoosesColumnsByTheAddress() {
        Link shop = project("Shop");
        Link bank = project("Bank");
        seed.item(shop.id(), connection, 1, item -> item.category = "COMPLETED");
        seed.item(bank.id(), connection, 2, item -> {});

        go("projects?view=table&sort=-progress&columns=progress,late");

        ProjectTable table = find(ProjectTable.class).single();
        assertThat(table.getListDataView().getItems())
                .extracting(row -> row.project().name())
                .containsExactly("Shop", "Bank");
        assertThat(table.getColumns().stream()
                        .filter(Column::isVisible)
                        .map(Column::getKey)
                        .skip(1))
                .containsExactly("name", "progress", "late");
    }

    @Test
    void marksFavouritesAndShowsThemFirst() {
        project("Bank");
        ProjectId shop = project("Shop").project();
        navigate(ProjectsView.class);

        test(find(Button.class).withAriaLabel("Favourite: Shop").single()).click();
        assertThat(jdbc.sql("SELECT project_id FROM favourite")
                        .query(UUID.class)
                        .list())
                .containsExactly(shop.value());

        navigate(ProjectsView.class);
        assertThat(cardNames()).containsExactly("Shop", "Bank");
        go("projects?favourites");
        assertThat(cardNames()).containsExactly("Shop");
        test(find(Button.class).withAriaLabel("Favourite: Shop").single()).click();
        go("projects?favourites=");
        assertThat(cardNames()).isEmpty();
    }

    @Test
    void readsFiveHundredProjectsInOneGo() {
        for (int i = 0; i < 500; i++) {
            unlinked("Project " + i);
        }
        clearInvocations(projects, progress, syncs, portfolios);

        go("projects?view=table");

        assertThat(test(find(ProjectTable.class).single()).size()).isEqualTo(500);
        verify(projects).page(anyString(), any());
        verify(projects).linksOf(anyCollection());
        verify(progress).figures(anyCollection());
        verify(syncs).latestOfProjects(anyCollection());
        verify(portfolios).tree();
    }
}
