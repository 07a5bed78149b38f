package tallyfold.portfolio.ui.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import tallyfold.portfolio.ui.ImportSamples;
import tallyfold.progress.ProjectFigures;
import tallyfold.progress.ScheduleRollup;
import tallyfold.progress.Share;
import tallyfold.project.Link;
import tallyfold.project.LinkChange;
import tallyfold.project.LinkId;
import tallyfold.project.LinkOverlap;
import tallyfold.project.LinkResult;
import tallyfold.project.LinkedElement;
import tallyfold.project.Rhythm;
import tallyfold.project.UnlinkMode;
import tallyfold.provider.Element;
import tallyfold.provider.ElementKind;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderFailure.NotFound;
import tallyfold.provider.StateCategory;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncRunStatus;
import tallyfold.sync.SyncWarning;

@ViewPackages(packages = "tallyfold.uikit")
@SuppressWarnings("NullAway")
class LinksTest extends LinkingUiTest {

    private static final LinkedElement INVOICE =
            new LinkedElement(new Element(ElementKind.AREA, "a:Payments\\Invoice", false), "Payments\\Invoice", null);
    private static final LinkedElement ALPHA =
            new LinkedElement(Element.of(ElementKind.TEAM, "t:Alpha"), "Alpha", null);
    private static final LinkedElement BETA = new LinkedElement(Element.of(ElementKind.TEAM, "t:Beta"), "Beta", null);

    private Link link(@Nullable Duration every, @Nullable Instant detached, LinkedElement... elements) {
        Link like = ImportSamples.link(contoso.id(), "Payments");
        Link link = new Link(
                like.id(),
                project.id(),
                like.connection(),
                like.organization(),
                like.remoteProject(),
                like.remoteName(),
                "Agile",
                null,
                List.of(elements),
                false,
                every == null ? null : Rhythm.every(every),
                ImportSamples.NOW,
                detached);
        linked.add(link);
        return link;
    }

    private Link whole() {
        return link(null, null, new LinkedElement(Element.WHOLE_PROJECT, "Payments", null));
    }

    private void openLinks() {
        open();
        tab(1);
    }

    private String card() {
        return find(LinkCard.class).single().getElement().getTextRecursively();
    }

    private void hear(SyncRun run) {
        runs.put(run.link(), run);
        List.copyOf(listeners).forEach(listener -> listener.accept(run));
        settle();
    }

    private void holds(Link link, long count) {
        Map<StateCategory, Long> all = Map.of(StateCategory.PROPOSED, count);
        ProjectFigures figures = new ProjectFigures(
                project.id(),
                List.of(new ProjectFigures.OfLink(link.id(), List.of(), Share.NONE, all)),
                Share.NONE,
                all,
                0,
                null,
                ScheduleRollup.NONE,
                null,
                null);
        when(progress.figures(List.of(link.project()))).thenReturn(Map.of(link.project(), figures));
    }

    @Nested
    class Showing {

        @Test
        void saysWhatALinkIsForWhenThereIsNone() {
            openLinks();

            assertThat(text()).contains("Not linked yet", "Make the first");
            assertThat(offers("Save changes")).isFalse();
            assertThat(offers("Close")).isTrue();
        }

        @Test
        void saysWhatEachLinkCoversAndWhenItIsSynced() {
            Link link = link(null, null, INVOICE, ALPHA, BETA);
            runs.put(link.id(), ImportSamples.run(link, SyncRunStatus.SUCCEEDED, 10, 10));
            openLinks();

            assertThat(card())
                    .contains("contoso / Payments", "2 teams, area Invoice", "Succeeded", "Next sync 23 Nov 2026");
        }

        @Test
        void saysWhenALinkIsSyncedByHandOnly() {
            whole();
            when(syncs.nextScheduled(any(LinkId.class))).thenReturn(Optional.empty());

            openLinks();

            assertThat(card()).contains("whole project", "Synced by hand only", "Not yet synced");
        }

        @Test
        void followsARun() {
            Link link = whole();
            openLinks();

            hear(ImportSamples.run(link, SyncRunStatus.RUNNING, 2400, 1480));
            assertThat(card()).contains("1,480 of about 2,400 items", "61 %");

            hear(ImportSamples.run(link, SyncRunStatus.FAILED, 2400, 1480));
            assertThat(card()).contains("TF-CONN-17", "Next:");
        }

        @Test
        void namesThePartThatCannotBeReadAnyMore() {
            link(null, null, new LinkedElement(ALPHA.element(), "Alpha", "NOT_FOUND.PROJECT"), BETA);

            openLinks();

            assertThat(card()).contains("Alpha: ", "TF-CONN-30").doesNotContain("Beta: ");
        }

        @Test
        void tellsWhatTheLastSyncNoticedAndWhatToDo() {
            Link link = whole();
            odd(link, "ITEM_UNREADABLE", 101, 102, 103, 104, 105, 106, 107);

            openLinks();

            assertThat(card())
                    .contains("noticed 7 things", "Work item 101 could not be read", "Work item 105", "and 2 more")
                    .doesNotContain("Work item 106");
        }

        @Test
        void tellsOfAPartThatCannotBeReadOnlyOnce() {
            Link link = link(null, null, new LinkedElement(ALPHA.element(), "Alpha", "NOT_FOUND.PROJECT"), BETA);
            odd(link, "ELEMENT_UNREADABLE", 0);

            openLinks();

            assertThat(card()).contains("Alpha: ").doesNotContain("noticed");
        }

        @Test
        void showsAPartThatTheRunJustFailedToRead() {
            Link link = link(null, null, ALPHA);
            openLinks();
            assertThat(card()).doesNotContain("Alpha: ");

            linked.clear();
            linked.add(new Link(
                    link.id(),
                    link.project(),
                    link.connection(),
                    link.organization(),
                    link.remoteProject(),
                    link.remoteName(),
                    link.process(),
                    null,
                    List.of(new LinkedElement(ALPHA.element(), "Alpha", "NOT_FOUND.PROJECT")),
                    false,
                    null,
                    ImportSamples.NOW,
                    null));
            hear(ImportSamples.run(link, SyncRunStatus.FINISHED_WITH_WARNINGS, 10, 10));

            assertThat(card()).contains("Alpha: ");
        }

        /** The last run of a link went over items; zero stands for none in particular. */
        private void odd(Link link, String code, long... ids) {
            SyncRun run = ImportSamples.run(link, SyncRunStatus.FINISHED_WITH_WARNINGS, 10, 10);
            runs.put(
                    link.id(),
                    new SyncRun(
                            run.id(),
                            run.link(),
                            run.project(),
                            run.connection(),
                            run.trigger(),
                            run.requestedBy(),
                            run.status(),
                            run.requested(),
                            run.started(),
                            run.finished(),
                            run.expected(),
                            run.read(),
                            run.added(),
                            run.changed(),
                            run.removed(),
                            ids.length,
                            run.requests(),
                            run.waited(),
                            null,
                            null,
                            null));
            when(syncs.warnings(run.id()))
                    .thenReturn(Arrays.stream(ids)
                            .mapToObj(id -> new SyncWarning(id == 0 ? null : id, code, "NOT_FOUND.PROJECT"))
                            .toList());
        }

        @Test
        void startsARunOfOneLink() {
            Link link = whole();
            openLinks();

            click("Sync now");

            verify(syncs).syncLink(link.id());
        }

        @Test
        void listensBeforeItLooksSoThatNoEndIsMissed() {
            Link link = whole();
            List<Integer> listening = new ArrayList<>();
            when(syncs.latest(anyCollection())).thenAnswer(_ -> {
                listening.add(listeners.size());
                return Map.of(link.id(), ImportSamples.run(link, SyncRunStatus.RUNNING, 10, 10));
            });

            openLinks();

            assertThat(listening).isNotEmpty().doesNotContain(0);
        }

        @Test
        void stopsListeningWhenClosed() {
            whole();
            openLinks();
            assertThat(listeners).hasSize(1);

            click("Close");

            assertThat(listeners).isEmpty();
        }
    }

    @Nested
    class Editing {

        @Test
        @SuppressWarnings("unchecked")
        void beginsWithWhatTheLinkIs() {
            children(ElementKind.TEAM, null, LinkSamples.team("Alpha"), LinkSamples.team("Gamma"));
            link(Duration.ofHours(4), null, ALPHA, INVOICE);
            openLinks();

            click("Edit");

            assertThat(find(KindChoice.class).single().getValue()).isEqualTo(ElementKind.TEAM);
            assertThat(box("Alpha").getValue()).isTrue();
            assertThat(covers()).contains("Alpha", "Payments\\Invoice", "20");
            assertThat(find(Checkbox.class)
                            .withAriaLabel("With everything below Payments\\Invoice")
                            .single()
                            .getValue())
                    .isFalse();
            assertThat(find(Checkbox.class)
                            .withCaption("Sync assigned people only")
                            .single()
                            .getValue())
                    .isFalse();
            Select<Object> rhythm = (Select<Object>)
                    find(Select.class).withCaption("Sync schedule").single();
            assertThat(rhythm.getItemLabelGenerator().apply(rhythm.getValue())).isEqualTo("Every 4 hours");
            assertThat(find(ComboBox.class).exists()).isFalse();
        }

        @Test
        void savesWhatWasChanged() {
            children(ElementKind.TEAM, null, LinkSamples.team("Alpha"), LinkSamples.team("Gamma"));
            Link link = link(null, null, ALPHA);
            openLinks();
            click("Edit");
            tick("Gamma");
            when(links.change(any(), any())).thenReturn(new LinkResult.Linked(link));

            click("Save changes");

            ArgumentCaptor<LinkChange> change = ArgumentCaptor.captor();
            verify(links).change(eq(link.id()), change.capture());
            assertThat(change.getValue().elements())
                    .containsExactly(ALPHA.element(), Element.of(ElementKind.TEAM, "t:Gamma"));
            assertThat(find(LinkCard.class).all()).hasSize(1);
            assertThat(changes).isEqualTo(1);
        }

        @Test
        void doesNotWarnOfItself() {
            Link link = whole();
            when(links.overlaps(any(), any(), any(), any()))
                    .thenReturn(List.of(new LinkOverlap(
                            Element.WHOLE_PROJECT, "Payments", link.id(), project.id(), project.name(), true, "anna")));
            openLinks();

            click("Edit");

            assertThat(find(OverlapNotes.class).single().getChildren()).isEmpty();
        }

        @Test
        void savesWhatOverlapsAtTheSecondPress() {
            Link link = whole();
            LinkId other = new LinkId(UUID.randomUUID());
            when(links.change(any(), any()))
                    .thenReturn(new LinkResult.Overlapping(List.of(new LinkOverlap(
                            Element.WHOLE_PROJECT, "Payments", other, project.id(), "Store", false, "bob"))));
            openLinks();
            click("Edit");

            click("Save changes");
            click("Save changes");

            verify(links)
                    .change(
                            eq(link.id()),
                            eq(new LinkChange(List.of(Element.WHOLE_PROJECT), false, null, Set.of(other))));
        }

        @Test
        void goesBackWithoutAChange() {
            whole();
            openLinks();
            click("Edit");

            click("Cancel");

            assertThat(find(LinkCard.class).all()).hasSize(1);
            verify(links, never()).change(any(), any());
        }

        @Test
        void keepsTheInputWhenTheProjectIsGone() {
            whole();
            when(links.change(any(), any())).thenThrow(new ProviderException(new NotFound(NotFound.What.PROJECT)));
            openLinks();
            click("Edit");

            click("Save changes");

            assertThat(text()).contains("TF-CONN-30");
            assertThat(find(LinkEditor.class).exists()).isTrue();
        }
    }

    @Nested
    class Unlinking {

        private String question() {
            return find(UnlinkDialog.class).single().getElement().getTextRecursively();
        }

        private void confirm(String text) {
            Button button = find(Button.class, find(UnlinkDialog.class).single())
                    .withText(text)
                    .single();
            test(button).click();
            settle();
        }

        @Test
        void keepsACopyUnlessToldOtherwise() {
            Link link = whole();
            holds(link, 1480);
            when(links.unlink(any(), any())).thenReturn(true);
            openLinks();

            click("Unlink");
            assertThat(question()).contains("1,480 work items came here from contoso / Payments");
            confirm("Unlink");

            verify(links).unlink(link.id(), UnlinkMode.KEEP_READ_ONLY);
            assertThat(changes).isEqualTo(1);
        }

        @Test
        @SuppressWarnings("unchecked")
        void removesAndSaysWhatCannotBeUndone() {
            Link link = whole();
            holds(link, 1480);
            when(links.unlink(any(), any())).thenReturn(true);
            openLinks();
            click("Unlink");

            RadioButtonGroup<UnlinkMode> choice = find(RadioButtonGroup.class)
                    .withCaption("What becomes of them?")
                    .single();
            test(choice).selectItem("Remove them");
            assertThat(question()).contains("The 1,480 work items are deleted from Tallyfold. This cannot be undone");
            confirm("Unlink");

            verify(links).unlink(link.id(), UnlinkMode.REMOVE);
        }

        @Test
        void unlinksNothingWhenCancelled() {
            whole();
            openLinks();
            click("Unlink");

            confirm("Cancel");

            verify(links, never()).unlink(any(), any());
        }

        @Test
        void saysWhereACopyIsFromAndRemovesIt() {
            Link copy = link(null, Instant.parse("2026-10-03T10:00:00Z"), ALPHA);
            when(links.unlink(any(), any())).thenReturn(true);
            openLinks();
            assertThat(card()).contains("Read-only copy from contoso / Payments, not synced since 3 Oct 2026.");
            assertThat(offers("Sync now")).isFalse();
            assertThat(offers("Edit")).isFalse();

            click("Remove the copy");
            confirm("Remove the copy");

            verify(links).unlink(copy.id(), UnlinkMode.REMOVE);
        }

        @Test
        void showsInPlaceWhenItBroke() {
            whole();
            when(links.unlink(any(), any())).thenThrow(new IllegalStateException("database gone"));
            openLinks();
            click("Unlink");

            confirm("Unlink");

            assertThat(text()).contains("TF-LINK-01").doesNotContain("database gone");
            assertThat(find(LinkCard.class).all()).hasSize(1);
        }
    }
}
