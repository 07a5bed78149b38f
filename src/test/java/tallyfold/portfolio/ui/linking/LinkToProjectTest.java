package tallyfold.portfolio.ui.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.treegrid.TreeGrid;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.security.access.AccessDeniedException;
import tallyfold.portfolio.ui.ImportSamples;
import tallyfold.portfolio.ui.source.FailureNote;
import tallyfold.project.Link;
import tallyfold.project.LinkDraft;
import tallyfold.project.LinkId;
import tallyfold.project.LinkOverlap;
import tallyfold.project.LinkPreview;
import tallyfold.project.LinkResult;
import tallyfold.project.Rhythm;
import tallyfold.project.ScheduleSource;
import tallyfold.provider.Element;
import tallyfold.provider.ElementKind;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderFailure.Throttled;
import tallyfold.provider.ProviderFailure.UnexpectedAnswer;
import tallyfold.provider.ProviderFailure.UnexpectedAnswer.Oddity;
import tallyfold.provider.RemotePage;

@ViewPackages(packages = "tallyfold.uikit")
@SuppressWarnings("NullAway")
class LinkToProjectTest extends LinkingUiTest {

    private static ProviderException throttled() {
        return new ProviderException(new Throttled(Duration.ofSeconds(30)));
    }

    private Link made() {
        Link link = ImportSamples.link(contoso.id(), "Payments");
        linked.add(link);
        return link;
    }

    private LinkDraft sent() {
        ArgumentCaptor<LinkDraft> draft = ArgumentCaptor.captor();
        verify(links, org.mockito.Mockito.atLeastOnce()).link(draft.capture());
        return draft.getAllValues().getLast();
    }

    @Nested
    class WhereFrom {

        @Test
        void takesTheOnlyConnectionAndListsItsProjects() {
            open();

            assertThat(connectionField().getValue()).isEqualTo(contoso);
            assertThat(test(remoteField()).getSuggestions()).containsExactly("Payments", "Website");
            assertThat(text()).contains("Which of 2 projects?");
        }

        @Test
        void goesOnWithAConnectionThatWasAddedInside() {
            open();
            usable = List.of(contoso, fabrikam);

            click("Add new connection");

            assertThat(connectionField().getValue()).isEqualTo(fabrikam);
            verify(links).remoteProjects(eq(fabrikam.id()), any());
        }

        @Test
        void explainsWhatToDoWithoutAConnection() {
            usable = List.of();
            mayConnect = false;
            open();

            assertThat(find(H2.class).all()).extracting(H2::getText).contains("No connection yet");
            assertThat(offers("Add new connection")).isFalse();
        }

        @Test
        void canGiveUpReadingAndBeginAgain() {
            when(links.remoteProjects(any(), any())).thenAnswer(call -> {
                IntConsumer soFar = call.getArgument(1);
                test(find(Button.class).withText("Cancel reading").single()).click();
                soFar.accept(100);
                throw new AssertionError("The rest of the reading must not be heard of");
            });
            open();
            assertThat(text()).contains("Reading was cancelled");

            doReturn(List.of(LinkSamples.remote("Payments"), LinkSamples.remote("Website")))
                    .when(links)
                    .remoteProjects(any(), any());
            click("Read the list again");

            assertThat(test(remoteField()).getSuggestions()).hasSize(2);
        }

        @Test
        void showsAFailureInPlaceAndTriesAgain() {
            when(links.remoteProjects(any(), any()))
                    .thenThrow(throttled())
                    .thenReturn(List.of(LinkSamples.remote("Payments"), LinkSamples.remote("Website")));
            open();
            assertThat(find(FailureNote.class).all()).hasSize(1);
            assertThat(text()).contains("TF-CONN-11");

            click("Try again");

            assertThat(test(remoteField()).getSuggestions()).hasSize(2);
        }

        @Test
        void saysWhenTheConnectionIsGoneAndKeepsTheWindow() {
            openOn("Payments");
            when(links.link(any())).thenThrow(new AccessDeniedException("secret reason"));

            click("Link project");

            assertThat(text())
                    .contains("You cannot use this connection any more", "TF-LINK-02")
                    .doesNotContain("secret");
            assertThat(remoteField().getValue().name()).isEqualTo("Payments");
        }
    }

    @Nested
    class WhatToLink {

        @Test
        void beginsWithTheWholeProjectAndCountsIt() {
            openOn("Payments");

            assertThat(text()).contains("All of Payments");
            assertThat(covers()).contains("This link covers", "10", "work items");
        }

        @Test
        void asksForABranchWhenItIsOpened() {
            children(ElementKind.AREA, null, LinkSamples.area("Payments", true));
            children(
                    ElementKind.AREA,
                    "a:Payments",
                    LinkSamples.area("Payments\\Invoice", true),
                    LinkSamples.area("Payments\\Checkout"));
            openOn("Payments");
            verify(links, never()).choices(any(), any(), any(), any(), any());

            look("Areas");
            verify(links).choices(any(), any(), any(), eq("a:Payments"), any());
            assertThat(lines()).hasSize(3);
            verify(links, never()).choices(any(), any(), any(), eq("a:Payments\\Invoice"), any());

            children(ElementKind.AREA, "a:Payments\\Invoice", LinkSamples.area("Payments\\Invoice\\Dunning"));
            expand(1);
            tick("Invoice");

            assertThat(box("Dunning").getValue()).isTrue();
            assertThat(box("Dunning").isEnabled()).isFalse();
            assertThat(box("Payments").isIndeterminate()).isTrue();
            assertThat(covers()).contains("Payments\\Invoice");
            assertThat(text()).contains("Not the whole project any more", "Areas below a ticked one are included");
        }

        @Test
        void showsTheRootAboveWhatCameWithIt() {
            children(
                    ElementKind.AREA,
                    null,
                    LinkSamples.area("Payments"),
                    LinkSamples.area("Payments\\Invoice", true),
                    LinkSamples.area("Payments\\Checkout"));
            openOn("Payments");

            look("Areas");

            assertThat(lines()).hasSize(3);
            assertThat(roots()).isEqualTo(1);
            verify(links).choices(any(), any(), any(), any(), any());
            tick("Checkout");
            assertThat(box("Payments").isIndeterminate()).isTrue();
        }

        @SuppressWarnings("unchecked")
        private int roots() {
            TreeGrid<ChoiceNode> tree = find(TreeGrid.class).single();
            return tree.getTreeData().getRootItems().size();
        }

        @SuppressWarnings("unchecked")
        private void expand(int row) {
            TreeGrid<ChoiceNode> tree = find(TreeGrid.class).single();
            tree.expand(test(tree).getRow(row));
            settle();
        }

        @Test
        void takesAPartWithoutWhatIsBelow() {
            children(ElementKind.AREA, null, LinkSamples.area("Invoice"), LinkSamples.area("Checkout"));
            openOn("Payments");
            look("Areas");
            tick("Invoice");

            test(find(Checkbox.class)
                            .withAriaLabel("With everything below Invoice")
                            .single())
                    .click();
            settle();
            when(links.link(any())).thenAnswer(_ -> new LinkResult.Linked(made()));
            click("Link project");

            assertThat(sent().elements()).containsExactly(new Element(ElementKind.AREA, "a:Invoice", false));
        }

        @Test
        void leavesAPartOutAgain() {
            children(ElementKind.TEAM, null, LinkSamples.team("Alpha"), LinkSamples.team("Beta"));
            openOn("Payments");
            look("Teams");
            tick("Alpha");
            tick("Beta");
            assertThat(covers()).contains("20");

            test(find(Button.class).withAriaLabel("Leave out Alpha").single()).click();
            settle();

            assertThat(box("Alpha").getValue()).isFalse();
            assertThat(covers()).contains("Beta").doesNotContain("Alpha");
        }

        @Test
        void readsALongListPageByPage() {
            when(links.choices(any(), any(), eq(ElementKind.TEAM), isNull(), isNull()))
                    .thenReturn(new RemotePage<>(
                            IntStream.range(0, 100)
                                    .mapToObj(i -> LinkSamples.team("Team " + i))
                                    .toList(),
                            "next"));
            when(links.choices(any(), any(), eq(ElementKind.TEAM), isNull(), eq("next")))
                    .thenReturn(new RemotePage<>(List.of(LinkSamples.team("Team 100")), null));
            openOn("Payments");
            look("Teams");
            assertThat(lines()).hasSize(101);

            test((Button) cells().getLast()).click();
            settle();

            assertThat(lines()).hasSize(101).last().asString().contains("Team 100");
        }

        @Test
        void showsIterationsWithTheirDates() {
            children(
                    ElementKind.ITERATION,
                    null,
                    LinkSamples.iteration("Sprint 1", LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 13)),
                    LinkSamples.iteration("Later", null, null));
            openOn("Payments");

            look("Iterations");

            assertThat(lines().getFirst()).contains("2 Nov 2026 – 13 Nov 2026");
        }

        @Test
        void opensFoldersOfQueriesWithoutATick() {
            children(ElementKind.QUERY, null, LinkSamples.query("Shared", true), LinkSamples.query("Blocked", false));
            openOn("Payments");

            look("Queries");

            assertThat(lines()).anyMatch(line -> line.endsWith("Shared"));
            assertThat(box("Blocked").isEnabled()).isTrue();
        }

        @Test
        void findsWorkItemsByTheirTitle() {
            when(links.find(any(), any(), eq(ElementKind.WORK_ITEM), eq("refund"), anyInt()))
                    .thenReturn(List.of(LinkSamples.item(41033, "Refunds <b>and</b> disputes")));
            openOn("Payments");
            look("Work items");
            assertThat(text()).contains("Type a number or a part of the title");

            filter("Find by number or title", "refund");
            tick("41033 Refunds <b>and</b> disputes");

            assertThat(lines().getFirst()).contains("Active", "Epic");
            assertThat(covers()).contains("41033 Refunds <b>and</b> disputes");
        }

        @Test
        void offersAWayOutWhenNothingIsFound() {
            children(ElementKind.AREA, null, LinkSamples.area("Invoice"), LinkSamples.area("Checkout"));
            openOn("Payments");
            look("Areas");
            filter("Filter areas", "zzz");
            assertThat(text()).contains("No area matches “zzz”");

            click("Clear filter");

            assertThat(lines()).hasSize(2);
        }

        @Test
        void triesABranchAgainThatCouldNotBeRead() {
            when(links.choices(any(), any(), eq(ElementKind.AREA), isNull(), isNull()))
                    .thenThrow(throttled())
                    .thenReturn(new RemotePage<>(List.of(LinkSamples.area("Invoice")), null));
            openOn("Payments");
            look("Areas");
            assertThat(lines().getFirst()).contains("TF-CONN-11");

            FailureNote note = (FailureNote) cells().getFirst();
            test(button(note)).click();
            settle();

            assertThat(box("Invoice").getValue()).isFalse();
        }

        private Button button(com.vaadin.flow.component.Component within) {
            return find(Button.class, within).withText("Try again").single();
        }

        @Test
        void keepsTickedPartsWhileTheWholeProjectIsChosen() {
            children(ElementKind.TEAM, null, LinkSamples.team("Alpha"), LinkSamples.team("Beta"));
            openOn("Payments");
            look("Teams");
            tick("Alpha");

            look("Whole project");
            assertThat(text()).contains("The part you ticked is kept, but does not count");
            look("Teams");

            assertThat(box("Alpha").getValue()).isTrue();
        }
    }

    @Nested
    class Counting {

        @Test
        void canBeStopped() {
            doAnswer(_ -> {
                        test(find(Button.class).withText("Stop counting").single())
                                .click();
                        return new LinkPreview(99, 0, List.of(), Map.of());
                    })
                    .when(links)
                    .preview(any(), any(), any(), any());

            openOn("Payments");

            assertThat(covers()).contains("Not counted").doesNotContain("99");
        }

        @Test
        void saysWhenItFailedAndWhatToDo() {
            children(ElementKind.TEAM, null, LinkSamples.team("Alpha"), LinkSamples.team("Beta"));
            openOn("Payments");
            look("Teams");
            doAnswer(call -> {
                        LongConsumer soFar = call.getArgument(3);
                        soFar.accept(12_300);
                        throw throttled();
                    })
                    .when(links)
                    .preview(any(), any(), any(), any());

            tick("Alpha");

            assertThat(covers()).contains("Not counted");
            assertThat(text()).contains("TF-CONN-11");
        }

        @Test
        void saysWhichPartCannotBeRead() {
            children(ElementKind.QUERY, null, LinkSamples.query("Blocked", false), LinkSamples.query("Open", false));
            Element blocked = Element.of(ElementKind.QUERY, "q:Blocked");
            doReturn(new LinkPreview(
                            0,
                            0,
                            List.of(new LinkPreview.Part(
                                    blocked, null, new UnexpectedAnswer(Oddity.QUERY_REFUSED, 400))),
                            Map.of()))
                    .when(links)
                    .preview(any(), any(), any(), any());
            openOn("Payments");
            look("Queries");

            tick("Blocked");

            assertThat(covers()).contains("Next:", "TF-CONN-");
        }

        @Test
        void saysWhatIsCountedOnceAndOfWhichType() {
            children(ElementKind.TEAM, null, LinkSamples.team("Alpha"), LinkSamples.team("Beta"));
            doReturn(new LinkPreview(
                            632,
                            25,
                            List.of(new LinkPreview.Part(Element.of(ElementKind.TEAM, "t:Alpha"), 356L, null)),
                            Map.of("User Story", 402L)))
                    .when(links)
                    .preview(any(), any(), any(), any());
            openOn("Payments");
            look("Teams");

            tick("Alpha");

            assertThat(covers())
                    .contains("632", "User Story", "402", "356", "25 items are in two elements and count once.");
        }

        @Test
        void warnsOfWhatOtherProjectsCover() {
            LinkOverlap overlap = new LinkOverlap(
                    Element.WHOLE_PROJECT,
                    "Payments",
                    new LinkId(UUID.randomUUID()),
                    project.id(),
                    "Store Checkout",
                    false,
                    "bob");
            when(links.overlaps(any(), any(), any(), any())).thenReturn(List.of(overlap));

            openOn("Payments");

            assertThat(find(OverlapNotes.class).single().getElement().getTextRecursively())
                    .isEqualTo("Payments is also part of Store Checkout; both will show it.");
            assertThat(find(Anchor.class).all())
                    .anyMatch(anchor -> anchor.getText().equals("Store Checkout"));
        }
    }

    @Nested
    class Linking {

        @Test
        void linksTheWholeProjectAndShowsTheLink() {
            openOn("Payments");
            when(links.link(any())).thenAnswer(_ -> new LinkResult.Linked(made()));

            click("Link project");

            LinkDraft draft = sent();
            assertThat(draft.project()).isEqualTo(project.id());
            assertThat(draft.connection()).isEqualTo(contoso.id());
            assertThat(draft.elements()).containsExactly(Element.WHOLE_PROJECT);
            assertThat(draft.assignedOnly()).isTrue();
            assertThat(draft.rhythm()).isNull();
            assertThat(draft.schedule()).isNull();
            assertThat(find(LinkCard.class).all()).hasSize(1);
            assertThat(changes).isEqualTo(1);
        }

        @Test
        @SuppressWarnings("unchecked")
        void sendsACronExpressionOnceItIsOne() {
            openOn("Payments");
            test((Select<Object>)
                            find(Select.class).withCaption("Sync schedule").single())
                    .selectItem("Cron expression");
            TextField cron =
                    find(TextField.class).withCaption("Cron expression").single();
            when(links.link(any())).thenReturn(new LinkResult.Refused("No"));

            click("Link project");
            assertThat(cron.isInvalid()).as("still empty").isTrue();
            test(cron).setValue("every day");
            click("Link project");
            assertThat(cron.getErrorMessage()).contains("five fields");
            verify(links, never()).link(any());

            test(cron).setValue("0 6 * * MON-FRI");
            assertThat(cron.isInvalid()).isFalse();
            assertThat(find(Span.class).all())
                    .anyMatch(each -> each.getText().matches("Next: .*06:00 · .*06:00 · .*06:00 \\(Z\\)"));
            click("Link project");
            assertThat(sent().rhythm()).isEqualTo(new Rhythm.Cron("0 6 * * MON-FRI"));
        }

        @Test
        @SuppressWarnings("unchecked")
        void sendsTheSettings() {
            openOn("Payments");
            test(find(Checkbox.class).withCaption("Sync assigned people only").single())
                    .click();
            Select<Object> rhythm =
                    find(Select.class).withCaption("Sync schedule").single();
            assertThat(rhythm.getItemLabelGenerator().apply(rhythm.getValue())).isEqualTo("Inherit, every 15 minutes");
            test(rhythm).selectItem("Every hour");
            when(links.link(any())).thenReturn(new LinkResult.Refused("No"));

            click("Link project");

            assertThat(sent().assignedOnly()).isFalse();
            assertThat(sent().rhythm()).isEqualTo(Rhythm.every(Duration.ofHours(1)));
        }

        @Test
        void saysWhatIsMissing() {
            open();
            click("Link project");
            assertThat(text()).contains("no Azure DevOps project is chosen");

            chooseProject("Payments");
            look("Areas");
            click("Link project");

            assertThat(text()).contains("no part is ticked");
            verify(links, never()).link(any());
        }

        @Test
        void showsARefusalAtItsPartAndKeepsTheInput() {
            children(ElementKind.TEAM, null, LinkSamples.team("Alpha"), LinkSamples.team("Beta"));
            openOn("Payments");
            look("Teams");
            tick("Alpha");
            when(links.link(any()))
                    .thenReturn(new LinkResult.Refused(
                            "A part is gone. Leave it out.",
                            Map.of(Element.of(ElementKind.TEAM, "t:Alpha"), "This team was deleted.")));

            click("Link project");

            assertThat(text()).contains("A part is gone. Leave it out.");
            assertThat(covers()).contains("This team was deleted.");
            assertThat(box("Alpha").getValue()).isTrue();
        }

        @Test
        void linksWhatOverlapsAtTheSecondPress() {
            LinkId other = new LinkId(UUID.randomUUID());
            openOn("Payments");
            when(links.link(any())).thenAnswer(call -> {
                LinkDraft draft = call.getArgument(0);
                return draft.acknowledged().isEmpty()
                        ? new LinkResult.Overlapping(List.of(new LinkOverlap(
                                Element.WHOLE_PROJECT,
                                "Payments",
                                other,
                                project.id(),
                                "Store Checkout",
                                false,
                                "bob")))
                        : new LinkResult.Linked(made());
            });

            click("Link project");
            assertThat(text()).contains("Store Checkout", "press “Link project” again");
            click("Link project");

            assertThat(sent().acknowledged()).isEqualTo(Set.of(other));
            assertThat(find(LinkCard.class).all()).hasSize(1);
        }

        @Test
        void asksWhichScheduleLeads() {
            openOn("Payments");
            when(links.link(any())).thenAnswer(call -> {
                LinkDraft draft = call.getArgument(0);
                return draft.schedule() == null
                        ? new LinkResult.ScheduleQuestion(project)
                        : new LinkResult.Linked(made());
            });

            click("Link project");
            click("Take the schedule from Azure DevOps");

            assertThat(sent().schedule()).isEqualTo(ScheduleSource.LINKED);
        }

        @Test
        void keepsTheProjectsOwnScheduleWhenAskedTo() {
            openOn("Payments");
            when(links.link(any())).thenReturn(new LinkResult.ScheduleQuestion(project));

            click("Link project");
            click("Keep the project’s own schedule");

            assertThat(sent().schedule()).isEqualTo(ScheduleSource.OWN);
        }

        @Test
        void keepsTheChoiceWhenTheSourceFailsAndTriesAgain() {
            openOn("Payments");
            when(links.link(any())).thenThrow(throttled()).thenAnswer(_ -> new LinkResult.Linked(made()));
            click("Link project");
            assertThat(text()).contains("TF-CONN-11");

            click("Try again");

            assertThat(find(LinkCard.class).all()).hasSize(1);
        }

        @Test
        void hidesWhatBrokeInside() {
            openOn("Payments");
            when(links.link(any())).thenThrow(new IllegalStateException("database gone"));

            click("Link project");

            assertThat(text()).contains("TF-LINK-01").doesNotContain("database gone");
        }
    }
}
