package tallyfold.portfolio.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.treegrid.TreeGrid;
import com.vaadin.flow.router.QueryParameters;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tallyfold.portfolio.ProjectNavigation;
import tallyfold.project.Link;
import tallyfold.project.LinkedElement;
import tallyfold.project.Project;
import tallyfold.provider.Element;
import tallyfold.provider.ElementKind;
import tallyfold.security.Role;
import tallyfold.support.SignedInAs;
import tallyfold.sync.SyncRunStatus;
import tallyfold.workitem.WorkItemRow;

@SignedInAs(Role.PROJECT_MANAGER)
class ProjectViewTest extends PortfolioUiTest {

    private void open(Link link, String tab) {
        go("projects/" + link.project().value() + tab);
    }

    private String page() {
        return text(find(ProjectView.class).single());
    }

    @Test
    void saysThatAnUnknownProjectIsNotThere() {
        go("projects/" + UUID.randomUUID());
        assertThat(find(ProjectView.class).exists()).isFalse();

        go("projects/nonsense/summary");
        assertThat(find(ProjectView.class).exists()).isFalse();
    }

    @Nested
    class Head {

        @Test
        void namesTheProjectAndOpensItsSource() {
            Link shop = project("Shop");
            open(shop, "");

            assertThat(find(H1.class).single().getText()).isEqualTo("Shop");
            Anchor source = find(Anchor.class).withText("").all().stream()
                    .filter(anchor -> anchor.getHref().startsWith("https://dev.azure.com/"))
                    .findFirst()
                    .orElseThrow();
            assertThat(source.getElement().getAttribute("rel")).contains("noopener");
        }

        @Test
        void startsARunAndShowsHowFarItIs() {
            Link shop = project("Shop");
            open(shop, "/summary");
            test(find(Button.class).withCaption("Sync now").single()).click();
            verify(syncs).syncNow(shop.project());

            tell(lastRun(shop, SyncRunStatus.RUNNING));

            assertThat(find(ProgressBar.class).single().getValue()).isEqualTo(0.4);
            assertThat(page()).contains("Syncing 4 of about 10");
        }

        @Test
        void saysWhatFailedAndWhatToDo() {
            Link shop = project("Shop");
            lastRun(shop, SyncRunStatus.FAILED);
            open(shop, "/summary");

            assertThat(page()).contains("Sync failed", "TF-CONN-17");
        }

        @Test
        @SignedInAs(Role.VIEWER)
        void letsAViewerStartNothing() {
            open(project("Shop"), "/summary?connect");

            assertThat(find(Button.class).withCaption("Sync now").exists()).isFalse();
            assertThat(find(Button.class).withCaption("Connect").exists()).isFalse();
            assertThat(linking.opened).isEmpty();
        }

        @Test
        void opensTheWindowForLinks() {
            Link shop = project("Shop");
            open(shop, "/summary");

            test(find(Button.class).withCaption("Connect").single()).click();

            assertThat(linking.opened).containsExactly(shop.project());
        }

        @Test
        void opensTheWindowWhenTheAddressSaysSo() {
            Link shop = project("Shop");

            go(ProjectNavigation.connect(shop.project()));

            assertThat(linking.opened).containsExactly(shop.project());
        }
    }

    @Nested
    class Linked {

        private Link copyOf(Link link) {
            return new Link(
                    link.id(),
                    link.project(),
                    link.connection(),
                    "contoso",
                    link.remoteProject(),
                    "Archive",
                    null,
                    URI.create("https://dev.azure.com/contoso/archive"),
                    List.of(new LinkedElement(Element.of(ElementKind.TEAM, "t"), "Alpha", null)),
                    true,
                    null,
                    ImportSamples.NOW,
                    Instant.parse("2026-10-03T10:00:00Z"));
        }

        @Test
        void offersTheFirstLinkAsTheWayForward() {
            Project empty = unlinked("Relaunch");
            go("projects/" + empty.id().value() + "/summary");
            assertThat(page()).contains("Not linked yet", "Choose what belongs to it");
            assertThat(find(Button.class).withCaption("Sync now").exists()).isFalse();

            test(find(Button.class).withCaption("Connect").all().getLast()).click();

            assertThat(linking.opened).containsExactly(empty.id());
        }

        @Test
        @SignedInAs(Role.VIEWER)
        void tellsAViewerWhoMakesLinks() {
            Project empty = unlinked("Relaunch");

            go("projects/" + empty.id().value() + "/summary");

            assertThat(page()).contains("A project manager or an administrator makes the link");
            assertThat(find(Button.class).withCaption("Connect").exists()).isFalse();
        }

        @Test
        void showsProgressForEachLinkWithWhatItCovers() {
            Link shop = project("Shop");
            seed.item(shop.id(), connection, 1, item -> item.category = "COMPLETED");
            seed.item(shop.id(), connection, 2, item -> {});
            Link other = copyOf(ImportSamples.link(connection, "Archive"));
            when(projects.links(shop.project())).thenReturn(List.of(shop, other));

            open(shop, "/summary");

            assertThat(page())
                    .contains(
                            "fabrikam / Shop, whole project",
                            "1 of 2",
                            "contoso / Archive, team Alpha",
                            "Read-only copy since 3 Oct 2026",
                            "Nothing that counts");
        }

        @Test
        void opensEachLinkedProjectFromAMenu() {
            Link shop = project("Shop");
            when(projects.links(shop.project()))
                    .thenReturn(List.of(shop, copyOf(ImportSamples.link(connection, "Archive"))));

            open(shop, "/summary");

            Button menu = find(Button.class).withCaption("Open in Azure DevOps").single();
            assertThat(menu.getElement().getAttribute("aria-haspopup")).isEqualTo("menu");
        }

        @Test
        void hasNothingToSyncWhenOnlyCopiesAreLeft() {
            Link shop = project("Shop");
            when(projects.links(shop.project())).thenReturn(List.of(copyOf(shop)));

            open(shop, "/summary");

            assertThat(find(Button.class).withCaption("Sync now").exists()).isFalse();
        }
    }

    @Nested
    class Summary {

        @Test
        void saysHowMuchIsClosed() {
            Link shop = project("Shop");
            seed.item(shop.id(), connection, 1, item -> item.category = "COMPLETED");
            seed.item(shop.id(), connection, 2, item -> {});
            seed.item(shop.id(), connection, 3, item -> {});
            open(shop, "/summary");

            assertThat(page()).contains("66 %", "1 of 3 user stories closed", "No dates", "Nothing is late.");
        }

        @Test
        void showsLateItemsAndLeadsToAllOfThem() {
            Link shop = project("Shop");
            seed.item(shop.id(), connection, 48213, item -> {
                item.title = "<b>Refund</b>";
                item.due = LocalDate.of(2026, 11, 9);
            });
            open(shop, "/summary");

            assertThat(page()).contains("48213", "<b>Refund</b>", "14 days");
            assertThat(page()).contains("Show all");
        }

        @Test
        void isQuietBeforeTheFirstLoad() {
            open(project("Shop"), "/summary");

            assertThat(page()).contains("Nothing that counts towards progress", "No dates", "Not synced yet");
        }

        @Test
        void drawsTheTimelineWithATableBeside() {
            Link shop = project("Shop");
            seed.item(shop.id(), connection, 1, item -> {
                item.category = "COMPLETED";
                item.iteration = "Shop\\1";
            });
            seed.iteration(shop.id(), "Shop\\1", LocalDate.of(2026, 11, 13), LocalDate.of(2026, 12, 3));
            open(shop, "/summary");

            assertThat(page())
                    .contains(
                            "50 % of the time has passed, 100 % is closed",
                            "13 Nov 2026", "3 Dec 2026", "10 days remaining");
        }

        @Test
        void claimsNothingAboutWorkWhereThereIsNone() {
            Link shop = project("Shop");
            seed.item(shop.id(), connection, 1, item -> {
                item.type = "Epic";
                item.iteration = "Shop\\1";
            });
            seed.iteration(shop.id(), "Shop\\1", LocalDate.of(2026, 11, 13), LocalDate.of(2026, 12, 3));
            open(shop, "/summary");

            assertThat(page()).contains("50 % of the time has passed").doesNotContain("is closed");
        }
    }

    @Nested
    class WorkItems {

        private Link shop() {
            Link shop = project("Shop");
            seed.item(shop.id(), connection, 1, item -> item.title = "Epic");
            seed.item(shop.id(), connection, 2, item -> {
                item.title = "Needle";
                item.parent = 1L;
            });
            seed.item(shop.id(), connection, 3, item -> item.title = "<script>alert(1)</script>");
            return shop;
        }

        @SuppressWarnings("unchecked")
        private List<String> titles() {
            Grid<WorkItemRow> grid = find(Grid.class).single();
            return IntStream.range(0, test(grid).size())
                    .mapToObj(index -> test(grid).getRow(index).title())
                    .toList();
        }

        @Test
        void beginsWithTheTree() {
            open(shop(), "/work-items");

            assertThat(find(TreeGrid.class).exists()).isTrue();
            assertThat(page()).contains("3 items");
        }

        @Test
        void showsAFlatListSortedAsTheAddressSays() {
            open(shop(), "/work-items?view=list&sort=-id");

            assertThat(find(TreeGrid.class).exists()).isFalse();
            assertThat(titles()).containsExactly("<script>alert(1)</script>", "Needle", "Epic");
        }

        @Test
        void filtersByTheAddressAndTakesAFilterOff() {
            open(shop(), "/work-items?view=list&text=needle&type=User%20Story");
            assertThat(titles()).containsExactly("Needle");
            assertThat(page()).contains("1 of 3 items", "Text: needle", "Type: User Story");

            test(find(Button.class).withAriaLabel("Leave out Text: needle").single())
                    .click();

            assertThat(titles()).hasSize(3);
            assertThat(page()).doesNotContain("Text: needle");
        }

        @Test
        void putsWhatIsTypedIntoTheAddress() {
            open(shop(), "/work-items?view=list");

            test(find(TextField.class).withAriaLabel("Filter by text or id").single())
                    .setValue("epic");

            QueryParameters query =
                    UI.getCurrent().getInternals().getActiveViewLocation().getQueryParameters();
            assertThat(query.getSingleParameter("text")).contains("epic");
            assertThat(query.getSingleParameter("view")).contains("list");
            assertThat(titles()).containsExactly("Epic");
        }

        @Test
        void saysWhenNothingMatches() {
            open(shop(), "/work-items?text=nothing");

            assertThat(find(H2.class).single().getText()).isEqualTo("No work item matches the filter");
        }

        @Test
        void showsMatchesInTheirPlace() {
            open(shop(), "/work-items?text=needle");

            assertThat(titles()).containsExactly("Epic", "Needle");
        }

        @Test
        void explainsAProjectWithoutItems() {
            open(project("Empty"), "/work-items");

            assertThat(find(H2.class).single().getText()).isEqualTo("No work items yet");
        }

        @Test
        void survivesAHostileAddress() {
            open(shop(), "/work-items?view=list&sort=drop,-,-tags,id&columns=,x,%00&text=%00&type=%27%25&area=%5C");

            assertThat(page()).contains("0 of 3 items");
        }

        @Test
        void countsForTheTab() {
            open(shop(), "/summary");

            assertThat(find(Span.class).withClassName("tf-tab-count").single().getText())
                    .isEqualTo("3");
        }
    }
}
