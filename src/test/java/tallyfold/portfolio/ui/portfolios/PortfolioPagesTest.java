package tallyfold.portfolio.ui.portfolios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.textfield.TextField;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tallyfold.portfolio.ScheduleStanding;
import tallyfold.portfolio.ui.ImportSamples;
import tallyfold.portfolio.ui.PortfolioUiTest;
import tallyfold.portfolio.ui.ProjectRow;
import tallyfold.portfolio.ui.ProjectRows;
import tallyfold.portfolio.ui.ScheduleBadge;
import tallyfold.project.KeyDate;
import tallyfold.project.Link;
import tallyfold.project.OverallStatus;
import tallyfold.project.Portfolio;
import tallyfold.project.PortfolioDraft;
import tallyfold.project.PortfolioId;
import tallyfold.project.PortfolioResult;
import tallyfold.project.PortfolioTree;
import tallyfold.project.ProjectId;
import tallyfold.project.ProjectProgress;
import tallyfold.project.ProjectStage;
import tallyfold.project.ProjectStatus;
import tallyfold.security.Role;
import tallyfold.support.SignedInAs;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The pages of portfolios, and what is written out of them. */
@SignedInAs(Role.PROJECT_MANAGER)
class PortfolioPagesTest extends PortfolioUiTest {

    private static final Instant MADE = Instant.parse("2026-01-01T00:00:00Z");
    private static final ProjectStatus AT_RISK =
            new ProjectStatus(ProjectProgress.IN_PROGRESS, ProjectStage.EXECUTION, OverallStatus.AT_RISK);

    @Autowired
    private ProjectRows rows;

    private final List<Portfolio> tree = new ArrayList<>();
    private final Map<ProjectId, PortfolioId> placements = new HashMap<>();
    private Portfolio retail = portfolio("Retail", null);
    private Portfolio checkout = portfolio("Checkout", retail);
    private ProjectId shop = new ProjectId(UUID.randomUUID());
    private long item;

    @BeforeEach
    void fill() {
        tree.clear();
        placements.clear();
        retail = portfolio("Retail", null);
        checkout = portfolio("Checkout", retail);
        clearInvocations(portfolios, audit);
        when(portfolios.tree()).thenAnswer(_ -> new PortfolioTree(tree, placements));
        when(portfolios.find(any()))
                .thenAnswer(call -> tree.stream()
                        .filter(one -> one.id().equals(call.getArgument(0)))
                        .findFirst());
    }

    private Portfolio portfolio(String name, @Nullable Portfolio parent) {
        Portfolio made = new Portfolio(
                new PortfolioId(UUID.randomUUID()),
                name,
                "",
                parent == null ? "Sofia Marino" : "",
                parent == null ? null : parent.id(),
                MADE,
                3);
        tree.add(made);
        return made;
    }

    /** A project with so many items closed and open. */
    private ProjectId project(String name, Portfolio portfolio, int closed, int open) {
        Link link = project(name);
        for (int i = 0; i < closed; i++) {
            seed.item(link.id(), connection, ++item, each -> each.category = "COMPLETED");
        }
        for (int i = 0; i < open; i++) {
            seed.item(link.id(), connection, ++item, each -> {
                each.category = "PROPOSED";
                each.target = LocalDate.of(2020, 1, 1);
            });
        }
        placements.put(link.project(), portfolio.id());
        // As the end of a sync does: lists show what was late then.
        progress.figures(link.project());
        return link.project();
    }

    private void fillRetail() {
        shop = project("Shop", retail, 1, 0);
        project("Tills", checkout, 0, 99);
        with(shop, AT_RISK, LocalDate.of(2026, 1, 5), LocalDate.of(2099, 12, 31));
    }

    private List<String> lines() {
        return find(NativeTableRow.class).from(find(PortfolioTimeline.class).single()).all().stream()
                .skip(1)
                .map(row -> text(row.getComponentAt(0)))
                .toList();
    }

    private String page() {
        return text(find(PortfolioView.class).single());
    }

    private void open(String query) {
        go("portfolios/" + retail.id().value() + query);
    }

    @Test
    void explainsAnEmptyList() {
        tree.clear();
        navigate(PortfoliosView.class);

        assertThat(find(H2.class).all()).extracting(H2::getText).contains("No portfolios yet");
        assertThat(find(Button.class).withCaption("New portfolio").all()).isNotEmpty();
    }

    @Test
    void showsTheTreeWithFiguresOfAllBelow() {
        fillRetail();

        navigate(PortfoliosView.class);

        PortfolioTreeGrid grid = find(PortfolioTreeGrid.class).single();
        assertThat(test(grid).size()).isEqualTo(2);
        assertThat(test(grid).getCellText(0, 2)).isEqualTo("99");
        assertThat(test(grid).getCellText(0, 3)).isEqualTo("2");
        assertThat(test(grid).getCellText(1, 3)).isEqualTo("1");
    }

    @Test
    void rollsUpItemsAndNotPercents() {
        fillRetail();

        open("");

        assertThat(page()).contains("2 projects and 1 program in 1 organization", "Sofia Marino");
        assertThat(page()).contains("1 %", "1 of 100 closed", "99", "1 At Risk");
        assertThat(page()).doesNotContain("50 %");
        assertThat(page()).contains("31 Dec 2099");
    }

    @Test
    void showsProgramsWithTheirProjectsOnTheTimeline() {
        fillRetail();

        open("");
        assertThat(lines()).containsExactly("Checkout", "Tills", "Shop");

        open("?filter=sho");
        assertThat(lines()).containsExactly("Shop");
        open("?organization=elsewhere");
        assertThat(find(H2.class).all()).extracting(H2::getText).contains("No project matches");
    }

    @Test
    void showsATableWhenTheAddressSaysSo() {
        fillRetail();

        open("?view=table");

        PortfolioTable table = find(PortfolioTable.class).single();
        assertThat(test(table).size()).isEqualTo(2);
        assertThat(find(PortfolioTimeline.class).exists()).isFalse();
    }

    @Test
    void keepsHostileNamesOutOfThePictures() {
        project("<script>alert(1)</script>", retail, 1, 1);

        open("");

        assertThat(lines()).containsExactly("Checkout", "<script>alert(1)</script>");
        assertThat(find(PortfolioTimeline.class).single().getElement().getOuterHTML())
                .doesNotContain("<script");
    }

    @Test
    void importsIntoThePortfolio() {
        fillRetail();
        open("");

        test(find(Button.class).withCaption("Import projects").single()).click();

        assertThat(imports.into).containsExactly(Optional.of(retail.id()));
    }

    @Test
    void createsAPortfolioAndKeepsTheInputOfARefusedOne() {
        navigate(PortfoliosView.class);
        test(find(Button.class).withCaption("New portfolio").single()).click();
        TextField name = find(TextField.class).withCaption("Name").single();
        doReturn(new PortfolioResult.Refused(PortfolioResult.Field.NAME, "Taken"))
                .when(portfolios)
                .create(any());
        test(name).setValue("Retail");
        test(find(Button.class).withCaption("Create").single()).click();
        assertThat(name.isInvalid()).isTrue();
        assertThat(name.getErrorMessage()).isEqualTo("Taken");
        assertThat(name.getValue()).isEqualTo("Retail");

        doReturn(new PortfolioResult.Done(checkout)).when(portfolios).create(any());
        test(name).setValue("Checkout");
        test(find(Button.class).withCaption("Create").single()).click();

        verify(portfolios).create(new PortfolioDraft("Checkout", "", "", null));
        assertThat(find(H1.class).single().getText()).isEqualTo("Checkout");
    }

    @Test
    void keepsTheInputWhenSomebodyElseChangedIt() {
        doReturn(new PortfolioResult.Outdated()).when(portfolios).change(any(), any(), anyInt());
        PortfolioDialog.edit(portfolios, retail, _ -> {}).open();
        test(find(TextField.class).withCaption("Name").single()).setValue("Trade");

        test(find(Button.class).withCaption("Save").single()).click();

        verify(portfolios).change(retail.id(), new PortfolioDraft("Trade", "", "Sofia Marino", null), 3);
        assertThat(text(find(PortfolioDialog.class).single())).contains("Somebody else changed this portfolio");
        assertThat(find(TextField.class).withCaption("Name").single().getValue())
                .isEqualTo("Trade");
    }

    @Test
    @SuppressWarnings("unchecked")
    void putsChosenProjectsIntoIt() {
        project("Shop", checkout, 1, 0);
        when(portfolios.place(any(), any())).thenReturn(true);
        open("");
        ProjectRow row = rows.read().rows().getFirst();
        new AddProjectsDialog(retail, rows.read(), portfolios, _ -> {}).open();
        MultiSelectComboBox<ProjectRow> field =
                find(MultiSelectComboBox.class).withCaption("Projects").single();
        field.setValue(row);

        test(find(Button.class).withCaption("Add").single()).click();

        verify(portfolios).place(List.of(row.project().id()), retail.id());
    }

    @Test
    @SignedInAs(Role.VIEWER)
    void offersAViewerNothingToChange() {
        fillRetail();

        open("");

        assertThat(find(Button.class).withCaption("Import projects").exists()).isFalse();
        assertThat(find(Button.class).withAriaLabel("More actions").exists()).isFalse();
        navigate(PortfoliosView.class);
        assertThat(find(Button.class).withCaption("New portfolio").exists()).isFalse();
    }

    @Test
    void saysWhereNothingIs() {
        go("portfolios/" + UUID.randomUUID());
        assertThat(find(PortfolioView.class).exists()).isFalse();
        go("portfolios/%00nonsense/report");
        assertThat(find(StatusReportView.class).exists()).isFalse();
    }

    @Test
    void reportsEveryProjectWithItsWords() {
        fillRetail();

        open("/report");

        String report = text(find(StatusReportView.class).single());
        assertThat(report)
                .contains("Status report: Retail", "Owner: Sofia Marino", "1 of 100 closed", "Program: Checkout")
                .contains("Shop", "At Risk (In Progress, Execution)", "5 Jan 2026", "31 Dec 2099")
                .contains("Tills", "0 of 99 closed");
    }

    @Test
    void reportsTheScheduleAndTheDaysThatComeNext() {
        fillRetail();
        schedule(new ScheduleStanding(OverallStatus.OFF_TRACK, true, "6 late items, 30 % of those open"));
        LocalDate today = LocalDate.ofInstant(ImportSamples.NOW, ZoneOffset.UTC);
        when(standings.keyDates(shop))
                .thenReturn(List.of(
                        KeyDate.of("Long done", today.minusDays(70), true, KeyDate.Source.ITERATION, today),
                        KeyDate.of("Missed", today.minusDays(3), false, KeyDate.Source.EPIC, today),
                        KeyDate.of("Sprint 9", today.plusDays(5), false, KeyDate.Source.ITERATION, today),
                        KeyDate.of("Far epic", today.plusDays(90), false, KeyDate.Source.EPIC, today),
                        KeyDate.of("Go-live", today.plusDays(100), false, KeyDate.Source.OWN, today)));

        open("/report");

        assertThat(text(find(StatusReportView.class).single()))
                .contains("Off Track (automatic): 6 late items, 30 % of those open")
                .containsSubsequence("Missed", "At Risk", "Sprint 9", "On Track", "Go-live")
                .doesNotContain("Long done", "Far epic");
    }

    @Test
    void showsTheScheduleWithItsReasonInTheTable() {
        fillRetail();
        schedule(new ScheduleStanding(OverallStatus.AT_RISK, true, "<i>Reason</i>"));

        open("?view=table");

        PortfolioTable table = find(PortfolioTable.class).single();
        ScheduleBadge badge = (ScheduleBadge) test(table).getCellComponent(0, 3);
        assertThat(text(badge)).contains("At Risk", "<i>Reason</i>");
        assertThat(badge.getTitle()).contains("<i>Reason</i>");
    }

    private ByteArrayOutputStream written(boolean json) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PortfolioExport export = new PortfolioExport(new Overview(rows.read()), retail);
        if (json) {
            export.json(out, MADE);
        } else {
            export.csv(out);
        }
        return out;
    }

    @Test
    void writesCsvThatNoSpreadsheetCalculates() throws IOException {
        fillRetail();
        for (String name : List.of("=1+1", "+2", "-3", "@SUM(A1)", "\tTab", "Say \"hi\", then go")) {
            project(name, retail, 0, 0);
        }

        schedule(new ScheduleStanding(OverallStatus.OFF_TRACK, false, "=late"));

        String csv = written(false).toString(StandardCharsets.UTF_8);

        assertThat(csv).startsWith("\uFEFFPortfolio,Project,Status,");
        assertThat(csv.lines()).hasSize(9);
        assertThat(csv).contains("\"Retail\",\"'=1+1\"", "\"'+2\"", "\"'-3\"", "\"'@SUM(A1)\"", "\"'\tTab\"");
        assertThat(csv).contains("\"Say \"\"hi\"\", then go\"", "\"Retail / Checkout\",\"Tills\"");
        assertThat(csv)
                .contains(
                        "\"Shop\",\"At Risk\",\"In Progress\",\"Execution\",\"At Risk\",\"Off Track\",\"'=late\",,100,1,1,0,2026-01-05,2099-12-31");
    }

    @Test
    void writesJsonWithStableNames() throws IOException {
        fillRetail();

        JsonNode json = new JsonMapper().readTree(written(true).toByteArray());

        assertThat(json.at("/portfolio/name").asString()).isEqualTo("Retail");
        assertThat(json.at("/portfolio/percent").asInt()).isEqualTo(1);
        assertThat(json.at("/portfolio/late").asInt()).isEqualTo(99);
        assertThat(json.at("/programs/0/name").asString()).isEqualTo("Checkout");
        assertThat(json.at("/projects")).hasSize(2);
        JsonNode first = json.at("/projects/1");
        assertThat(first.propertyNames())
                .containsExactly(
                        "id",
                        "name",
                        "description",
                        "portfolio",
                        "status",
                        "progress",
                        "stage",
                        "overallStatus",
                        "scheduleStatus",
                        "scheduleAutomatic",
                        "scheduleReason",
                        "manager",
                        "percent",
                        "items",
                        "closed",
                        "late",
                        "byCategory",
                        "start",
                        "finish",
                        "organizations",
                        "lastSync");
        assertThat(first.at("/scheduleStatus").asString()).isEqualTo("NONE");
        assertThat(first.at("/start").asString()).isEqualTo("2026-01-05");
        assertThat(first.at("/lastSync").isNull()).isTrue();
    }
}
