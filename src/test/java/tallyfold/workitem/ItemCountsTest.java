package tallyfold.workitem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tallyfold.connection.ConnectionId;
import tallyfold.project.Link;
import tallyfold.project.LinkId;
import tallyfold.project.LinkStore;
import tallyfold.project.LinksErased;
import tallyfold.project.ProjectId;
import tallyfold.project.ProjectStore;
import tallyfold.provider.RemoteProjectId;
import tallyfold.provider.RemoteWorkItem;
import tallyfold.provider.StateCategory;
import tallyfold.support.Databases;

@ParameterizedClass
@EnumSource(Databases.Kind.class)
class ItemCountsTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private static final List<StateCategory> CATEGORIES = List.of(StateCategory.values());

    private final Databases database;
    private final WorkItemSeed seed;
    private final WorkItemStore store;
    private final TransactionTemplate transaction;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final ConnectionId connection = new ConnectionId(UUID.randomUUID());

    ItemCountsTest(Databases.Kind kind) {
        database = Databases.fresh(kind);
        seed = new WorkItemSeed(database.jdbc());
        transaction = new TransactionTemplate(database.transactions());
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database.dataSource()));
        context.registerBean(JdbcClient.class, database::jdbc);
        context.registerBean(java.time.Clock.class, java.time.Clock::systemUTC);
        context.registerBean(LinkStore.class, () -> mock(LinkStore.class));
        context.registerBean(ProjectStore.class, () -> mock(ProjectStore.class));
        context.register(WorkItemStore.class, ProjectFieldStore.class);
        context.scan("tallyfold.workitem.internal");
        context.refresh();
        store = context.getBean(WorkItemStore.class);
    }

    @AfterEach
    void close() {
        context.close();
        database.close();
    }

    private Link link(ProjectId project, String name) {
        LinkId id = seed.link(project, connection, name, "Agile");
        return new Link(
                id,
                project,
                connection,
                "fabrikam",
                new RemoteProjectId(name),
                name,
                null,
                null,
                List.of(),
                false,
                null,
                null,
                null);
    }

    private static ReadWorkItem item(long id, int rev, String type, String state, StateCategory category) {
        RemoteWorkItem item = new RemoteWorkItem(
                id,
                rev,
                "Shop",
                type,
                "Item " + id,
                state,
                null,
                "Shop",
                "Shop",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of(),
                List.of());
        return new ReadWorkItem(item, category);
    }

    private <T> T inTransaction(Supplier<T> work) {
        return transaction.execute(_ -> work.get());
    }

    private void assertKeptIsCounted() {
        assertThat(CountedItems.kept(database.jdbc())).isEqualTo(CountedItems.counted(database.jdbc()));
    }

    @Test
    void keepsTheCountsThroughWhateverHappensToLinksThatShare() {
        ProjectId shop = seed.project("Shop");
        List<Link> links = List.of(link(shop, "One"), link(shop, "Two"), link(seed.project("Other"), "Three"));
        Random random = new Random(4);
        for (int round = 0; round < 60; round++) {
            Link link = links.get(random.nextInt(links.size()));
            List<Long> ids = LongStream.rangeClosed(1, 40)
                    .filter(_ -> random.nextInt(3) == 0)
                    .boxed()
                    .toList();
            switch (random.nextInt(5)) {
                case 0 ->
                    inTransaction(() -> {
                        store.markRemoved(link, ids, NOW);
                        return true;
                    });
                case 1 ->
                    inTransaction(() -> {
                        store.leave(link, ids);
                        return true;
                    });
                case 2 -> inTransaction(() -> store.purgeRemoved(NOW.plusSeconds(random.nextInt(2))));
                default -> {
                    List<ReadWorkItem> read = new ArrayList<>();
                    for (long id : ids) {
                        StateCategory category = CATEGORIES.get(random.nextInt(CATEGORIES.size()));
                        read.add(item(id, random.nextInt(30) + 1, "T" + random.nextInt(2), "S" + category, category));
                    }
                    inTransaction(() -> store.store(link, read));
                }
            }
            assertKeptIsCounted();
        }
        assertThat(CountedItems.kept(database.jdbc())).isNotEmpty();
    }

    @Test
    void letsOthersCountWhatAnErasedLinkShared() {
        ProjectId shop = seed.project("Shop");
        Link one = link(shop, "One");
        Link two = link(shop, "Two");
        for (Link link : List.of(one, two)) {
            inTransaction(() -> store.store(link, List.of(item(1, 1, "Bug", "New", StateCategory.PROPOSED))));
        }

        for (Link erased : List.of(one, two)) {
            inTransaction(() -> {
                context.publishEvent(new LinksErased(List.of(erased.id())));
                return true;
            });
            assertKeptIsCounted();
        }

        assertThat(CountedItems.kept(database.jdbc())).isEmpty();
    }

    @Test
    void tellsAnotherVersionAfterEachChangeAndTheSameWithoutOne() {
        Link link = link(seed.project("Shop"), "One");
        List<ReadWorkItem> page = List.of(item(1, 1, "Bug", "New", StateCategory.PROPOSED));
        inTransaction(() -> store.store(link, page));
        long first = version(link);

        inTransaction(() -> store.store(link, page));
        assertThat(version(link)).isEqualTo(first);

        inTransaction(() -> store.store(link, List.of(item(1, 2, "Bug", "New", StateCategory.PROPOSED))));
        assertThat(version(link)).isGreaterThan(first);
    }

    private long version(Link link) {
        return database.jdbc()
                .sql("SELECT version FROM item_version WHERE link_id = ?")
                .param(link.id().value())
                .query(Long.class)
                .single();
    }
}
