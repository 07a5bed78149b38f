package tallyfold.azuredevops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import simulator.azuredevops.AzureDevOpsSimulator;
import simulator.azuredevops.Organization;
import simulator.azuredevops.SimProject;
import simulator.azuredevops.SimUser;
import simulator.azuredevops.SimulatorOptions;
import simulator.azuredevops.SystemProcesses;
import simulator.azuredevops.TokenSpec;
import tallyfold.kernel.Secret;
import tallyfold.provider.ChangePage;
import tallyfold.provider.ConnectionSettings;
import tallyfold.provider.EndpointKind;
import tallyfold.provider.FeedPosition;
import tallyfold.provider.ItemRevision;
import tallyfold.provider.ParentChange;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderSession;
import tallyfold.provider.RemoteProjectId;

class ChangeFeedTest {

    private final AzureDevOpsSimulator simulator = AzureDevOpsSimulator.start(SimulatorOptions.defaults());
    private final Organization organization = simulator.addOrganization("fabrikam");
    private final SimUser anna = organization.addUser("Anna Lee", "anna@fabrikam.example");
    private final SimProject shop = organization.addProject("Shop", SystemProcesses.AGILE);
    private final SimProject bank = organization.addProject("Bank", SystemProcesses.AGILE);
    private ProviderSession session;

    @BeforeEach
    void open() {
        String token = organization.issueToken(TokenSpec.reading(anna)).text();
        try (Secret secret = Secret.of(token)) {
            session = SimulatedProvider.at(simulator, new SimulatedProvider.MovableClock())
                    .open(new ConnectionSettings("fabrikam", EndpointKind.SIMULATOR, null, "anna"), secret);
        }
    }

    @AfterEach
    void close() {
        session.close();
        simulator.close();
    }

    private long item(SimProject project, String title) {
        return organization.createItem(project.id(), "Task", Map.of("System.Title", title));
    }

    private List<ItemRevision> read(FeedPosition from) {
        List<ItemRevision> all = new ArrayList<>();
        ChangePage<ItemRevision> page = session.revisions(from, null);
        all.addAll(page.changes());
        while (!page.last()) {
            page = session.revisions(new FeedPosition.After(page.cursor()), null);
            all.addAll(page.changes());
        }
        return all;
    }

    private String now() {
        ChangePage<ItemRevision> page =
                session.revisions(new FeedPosition.Since(Instant.now().plus(Duration.ofHours(1))), null);
        assertThat(page.changes()).isEmpty();
        assertThat(page.last()).isTrue();
        return page.cursor();
    }

    @Test
    void tellsNothingButWhatChangedSinceTheCursorWithEveryRevisionOfIt() {
        long first = item(shop, "First");
        item(shop, "Second");
        String cursor = now();
        organization.update(first, Map.of("System.State", "Active", "System.AssignedTo", anna));
        organization.update(first, Map.of("System.State", "Closed"));
        simulator.requests().clear();

        List<ItemRevision> news = read(new FeedPosition.After(cursor));

        assertThat(simulator.requests().count()).isEqualTo(1);
        assertThat(news).extracting(revision -> revision.item().state()).containsExactly("Active", "Closed");
        assertThat(news).allMatch(ItemRevision::complete).noneMatch(ItemRevision::deleted);
        assertThat(news)
                .extracting(revision -> revision.item().assignee())
                .allSatisfy(assignee -> assertThat(assignee).hasFieldOrPropertyWithValue("key", anna.descriptor()));
        assertThat(news.getLast().item())
                .usingRecursiveComparison()
                .isEqualTo(session.workItems(List.of(first)).getFirst());
        assertThat(session.revisions(new FeedPosition.After(news.isEmpty() ? cursor : now()), null)
                        .changes())
                .isEmpty();
    }

    @Test
    void showsMovedDeletedAndRestoredItemsAtOrganizationLevel() {
        long moved = item(shop, "Moved");
        long deleted = item(shop, "Deleted");
        String cursor = now();
        organization.move(moved, bank.id());
        organization.delete(deleted);

        List<ItemRevision> news = read(new FeedPosition.After(cursor));

        assertThat(news)
                .anyMatch(revision -> revision.item().id() == moved
                        && revision.item().projectName().equals("Bank"))
                .anyMatch(revision -> revision.item().id() == deleted && revision.deleted());
        organization.restore(deleted);
        assertThat(read(new FeedPosition.After(cursor)).stream()
                        .filter(revision -> revision.item().id() == deleted)
                        .reduce((_, last) -> last)
                        .orElseThrow()
                        .deleted())
                .isFalse();
    }

    @Test
    void staysSilentAboutOtherProjectsWhenNarrowedDown() {
        String cursor = now();
        item(shop, "Here");
        item(bank, "There");
        assertThat(session.revisions(
                                new FeedPosition.After(cursor),
                                new RemoteProjectId(shop.id().toString()))
                        .changes())
                .extracting(revision -> revision.item().title())
                .containsExactly("Here");
    }

    @Test
    void tellsWhoIsBelowWhom() {
        long parent = item(shop, "Parent");
        long child = item(shop, "Child");
        ChangePage<ParentChange> before = session.parentChanges(new FeedPosition.Since(Instant.EPOCH));
        assertThat(before.last()).isTrue();
        organization.linkParent(child, parent);
        organization.unlinkParent(child);

        ChangePage<ParentChange> after = session.parentChanges(new FeedPosition.After(before.cursor()));

        assertThat(after.changes())
                .extracting(ParentChange::child, ParentChange::parent, ParentChange::made)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(child, parent, true),
                        org.assertj.core.groups.Tuple.tuple(child, parent, false));
        assertThat(after.changes()).allMatch(change -> change.child() == child && change.parent() == parent);
    }

    @Test
    void pagesThroughMoreThanABatchWithoutLosingOrRepeating() {
        String cursor = now();
        for (int i = 0; i < 2_300; i++) {
            item(shop, "Item " + i);
        }
        simulator.requests().clear();
        List<ItemRevision> news = read(new FeedPosition.After(cursor));
        assertThat(news).hasSize(2_300);
        assertThat(news.stream().map(revision -> revision.item().id()).distinct())
                .hasSize(2_300);
        assertThat(simulator.requests().count()).isEqualTo(3);
    }

    @Test
    void refusesAFeedThatLeadsInCircles() {
        String cursor = now();
        item(shop, "New");
        simulator.faults().on("workitemrevisions").replace("\"isLastBatch\":true", "\"isLastBatch\":false");
        ChangePage<ItemRevision> first = session.revisions(new FeedPosition.After(cursor), null);
        assertThat(first.last()).isFalse();
        assertThatThrownBy(() -> session.revisions(new FeedPosition.After(first.cursor()), null))
                .isInstanceOfSatisfying(
                        ProviderException.class,
                        refused -> assertThat(refused.failure().code()).isEqualTo("UNEXPECTED_ANSWER.REPEATED_PAGE"));
    }

    @Test
    void takesTheTokenOutOfTheNextLinkWithoutFollowingIt() {
        simulator
                .faults()
                .on("workitemlinks")
                .answer(
                        200,
                        Map.of("Content-Type", "application/json"),
                        "{\"values\":[{\"rel\":\"System.LinkTypes.Hierarchy\",\"sourceId\":7,\"targetId\":8,"
                                + "\"changedDate\":\"2026-03-18T17:17:52.02Z\",\"isActive\":true}],"
                                + "\"nextLink\":\"https://elsewhere.example/x?continuationToken=62%3B1&api-version=2.2\","
                                + "\"isLastBatch\":true}");
        ChangePage<ParentChange> page = session.parentChanges(new FeedPosition.Since(Instant.EPOCH));
        assertThat(page.cursor()).isEqualTo("62;1");
        assertThat(page.changes())
                .containsExactly(new ParentChange(8, 7, true, Instant.parse("2026-03-18T17:17:52.020Z")));
    }
}
