package tallyfold.sync.internal;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tallyfold.provider.ChangePage;
import tallyfold.provider.CheckListener;
import tallyfold.provider.ConnectionReport;
import tallyfold.provider.Element;
import tallyfold.provider.ElementChoice;
import tallyfold.provider.ElementKind;
import tallyfold.provider.FeedPosition;
import tallyfold.provider.ItemRevision;
import tallyfold.provider.ParentChange;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderFailure;
import tallyfold.provider.ProviderSession;
import tallyfold.provider.RemoteField;
import tallyfold.provider.RemoteItemText;
import tallyfold.provider.RemotePage;
import tallyfold.provider.RemotePerson;
import tallyfold.provider.RemoteProject;
import tallyfold.provider.RemoteProjectId;
import tallyfold.provider.RemoteStructure;
import tallyfold.provider.RemoteWorkItem;
import tallyfold.provider.SessionCost;
import tallyfold.provider.StateCategory;
import tallyfold.provider.WorkItemLevel;

/** A source system in memory, with hooks to make it fail. */
public final class FakeOrganization {

    public static final int BATCH = 200;
    private static final int ID_PAGE = 3_000;

    public final Map<String, NavigableMap<Long, RemoteWorkItem>> projects = new ConcurrentHashMap<>();
    public final Map<String, String> states = new ConcurrentHashMap<>(Map.of("New", "PROPOSED", "Done", "COMPLETED"));

    /** What parts cover, by part without regard to what lies below; one that is not here does not exist. */
    public final Map<Element, Supplier<SortedSet<Long>>> elements = new ConcurrentHashMap<>();

    /** What parts are called; by their key when not here. */
    public final Map<Element, String> names = new ConcurrentHashMap<>();

    public final List<RemoteStructure.Team> teams = new CopyOnWriteArrayList<>(List.of(team("t1")));

    /** People of teams by key; a team that is not here is gone. */
    public final Map<String, List<RemotePerson>> members = new ConcurrentHashMap<>();

    /** States of tasks of other projects, by name of the project. */
    public final Map<String, Map<String, StateCategory>> foreignStates = new ConcurrentHashMap<>();

    /** Types of every project, and names of iterations below its root. */
    public final List<String> types = new CopyOnWriteArrayList<>(List.of("Task"));

    public final List<String> iterations = new CopyOnWriteArrayList<>(List.of("Sprint 1"));

    /** What projects are called now; by their key when not here. */
    public final Map<String, String> titles = new ConcurrentHashMap<>();

    public final FakeFeed feed = new FakeFeed();
    private final Map<Long, RemoteWorkItem> bin = new ConcurrentHashMap<>();

    public final List<String> typesAskedFor = new CopyOnWriteArrayList<>();
    public final AtomicInteger requests = new AtomicInteger();
    public final AtomicInteger inFlight = new AtomicInteger();
    public final AtomicInteger mostInFlight = new AtomicInteger();
    public final AtomicInteger structures = new AtomicInteger();
    public volatile Consumer<String> beforeStructure = _ -> {};
    public volatile Consumer<Collection<Long>> beforeItems = _ -> {};
    public volatile Consumer<Element> beforeElement = _ -> {};
    public volatile Runnable onCost = () -> {};
    public volatile Duration waited = Duration.ZERO;

    /** A project with items of ids {@code from}, {@code from + step}, … */
    public void project(String name, int count, long from, int step) {
        NavigableMap<Long, RemoteWorkItem> items = new ConcurrentSkipListMap<>();
        for (int i = 0; i < count; i++) {
            long id = from + (long) i * step;
            items.put(id, item(name, id, 1 + (int) (id % 7), "New", "Title of " + id));
        }
        projects.put(name, items);
    }

    public static RemoteWorkItem item(String project, long id, int rev, String state, String title) {
        Instant created = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(id);
        return new RemoteWorkItem(
                id,
                rev,
                project,
                "Task",
                title,
                state,
                new RemotePerson("person-" + id % 10, "Person " + id % 10, null, true),
                project,
                project + "\\Sprint 1",
                id > 1 ? id - 1 : null,
                (double) id,
                2,
                3.5,
                null,
                1.0,
                null,
                created,
                null,
                null,
                List.of("red", "green"),
                created,
                created,
                null,
                null,
                null,
                created,
                URI.create("https://example.test/" + id),
                Map.of(),
                List.of());
    }

    public static RemoteStructure.Team team(String key) {
        return new RemoteStructure.Team(key, "Team " + key);
    }

    /** Has a part cover these items. */
    public Element element(ElementKind kind, String key, Long... ids) {
        Element element = Element.of(kind, key);
        SortedSet<Long> covered = new TreeSet<>(List.of(ids));
        elements.put(element, () -> covered);
        return element;
    }

    public NavigableMap<Long, RemoteWorkItem> items(String project) {
        return Objects.requireNonNull(projects.get(project), project);
    }

    /** Makes or changes an item. */
    public void put(String project, RemoteWorkItem item) {
        RemoteWorkItem before = items(project).put(item.id(), item);
        Long parentBefore = before == null ? null : before.parentId();
        if (!Objects.equals(parentBefore, item.parentId())) {
            tellParent(item.id(), parentBefore, false);
            tellParent(item.id(), item.parentId(), true);
        }
        tell(item, false);
    }

    private void tellParent(long child, @Nullable Long parent, boolean made) {
        if (parent != null) {
            feed.tell(new ParentChange(child, parent, made, null));
        }
    }

    private void tell(RemoteWorkItem item, boolean deleted) {
        RemoteWorkItem told =
                feed.tellsParents ? item : copy(item, item.rev()).parent(null).made();
        feed.tell(new ItemRevision(told, deleted, feed.tellsEverything));
    }

    /** Hangs an item elsewhere without a revision of it. */
    public void hang(String project, long id, @Nullable Long parent) {
        RemoteWorkItem before = Objects.requireNonNull(items(project).get(id));
        items(project).put(id, copy(before, before.rev()).parent(parent).made());
        tellParent(id, before.parentId(), false);
        tellParent(id, parent, true);
    }

    public void delete(String project, long id) {
        RemoteWorkItem item = Objects.requireNonNull(items(project).remove(id));
        RemoteWorkItem gone = copy(item, item.rev() + 1).made();
        bin.put(id, gone);
        tell(gone, true);
    }

    public void restore(String project, long id) {
        RemoteWorkItem gone = Objects.requireNonNull(bin.remove(id));
        put(project, copy(gone, gone.rev() + 1).made());
    }

    /** Nothing is told of that. */
    public void destroy(String project, long id) {
        items(project).remove(id);
    }

    public void move(long id, String from, String to) {
        RemoteWorkItem item = Objects.requireNonNull(items(from).remove(id));
        put(to, copy(item, item.rev() + 1).project(title(to)).made());
    }

    /** Calls a project something else; its items follow without a revision. */
    public void rename(String project, String title) {
        titles.put(project, title);
        items(project)
                .replaceAll((_, item) -> copy(item, item.rev()).project(title).made());
    }

    /** Calls an iteration something else; items follow without a revision. */
    public void renameIteration(String before, String now) {
        iterations.replaceAll(name -> name.equals(before) ? now : name);
        projects.values()
                .forEach(items ->
                        items.replaceAll((_, item) -> item.iterationPath().endsWith('\\' + before)
                                ? copy(item, item.rev()).iteration(now).made()
                                : item));
    }

    private String title(String project) {
        return titles.getOrDefault(project, project);
    }

    /** An item like another one, of a revision. */
    public static ItemCopy copy(RemoteWorkItem item, int rev) {
        return new ItemCopy(item, rev);
    }

    public ProviderSession open() {
        return new Session();
    }

    public static ProviderException refusal(ProviderFailure failure) {
        return new ProviderException(failure);
    }

    private final class Session implements ProviderSession {

        private final AtomicInteger own = new AtomicInteger();

        private Element existing(Element element) {
            Element known = Element.of(element.kind(), element.key());
            if (!elements.containsKey(known)) {
                throw refusal(new ProviderFailure.NotFound(ProviderFailure.NotFound.What.ELEMENT));
            }
            return known;
        }

        private ElementChoice choice(Element element) {
            String name = names.getOrDefault(element, element.key());
            boolean tree = element.kind() == ElementKind.AREA || element.kind() == ElementKind.ITERATION;
            return new ElementChoice(
                    element.kind(),
                    element.key(),
                    name,
                    tree ? "Root\\" + name : "",
                    true,
                    false,
                    null,
                    null,
                    null,
                    null);
        }

        private void ask() {
            if (Thread.currentThread().isInterrupted()) {
                throw refusal(new ProviderFailure.Unreachable(ProviderFailure.Unreachable.Obstacle.NETWORK, null));
            }
            requests.incrementAndGet();
            own.incrementAndGet();
        }

        @Override
        public ConnectionReport check(CheckListener progress) {
            return new ConnectionReport(List.of(), null, null, null);
        }

        @Override
        public RemotePage<RemoteProject> projects(@Nullable String continuation) {
            ask();
            List<String> names = new ArrayList<>(new TreeMap<>(projects).keySet());
            int from = continuation == null ? 0 : Integer.parseInt(continuation);
            int to = Math.min(names.size(), from + 2);
            return new RemotePage<>(
                    names.subList(from, to).stream()
                            .map(name -> remote(name, title(name), null))
                            .toList(),
                    to < names.size() ? Integer.toString(to) : null);
        }

        @Override
        public RemoteProject project(RemoteProjectId project) {
            ask();
            if (!projects.containsKey(project.value())) {
                throw refusal(new ProviderFailure.NotFound(ProviderFailure.NotFound.What.PROJECT));
            }
            return remote(project.value(), title(project.value()), "Agile");
        }

        @Override
        public RemoteStructure structure(RemoteProjectId project) {
            ask();
            structures.incrementAndGet();
            beforeStructure.accept(project.value());
            String name = title(project.value());
            List<RemoteStructure.State> all = new TreeMap<>(states)
                    .entrySet().stream()
                            .map(state -> new RemoteStructure.State(
                                    state.getKey(), "b2b2b2", StateCategory.valueOf(state.getValue())))
                            .toList();
            return new RemoteStructure(
                    remote(project.value(), name, "Agile"),
                    new RemoteStructure.WorkProcess("agile", "Agile", "Agile"),
                    types.stream()
                            .map(type ->
                                    new RemoteStructure.WorkItemType(type, "f2cb1d", "icon", WorkItemLevel.TASK, all))
                            .toList(),
                    List.of(new RemoteStructure.Area("a1", name)),
                    iterations.stream()
                            .map(iteration -> new RemoteStructure.Iteration(
                                    "i" + (1 + iterations.indexOf(iteration)),
                                    name + '\\' + iteration,
                                    iteration,
                                    LocalDate.of(2026, 11, 16),
                                    LocalDate.of(2026, 11, 29)))
                            .toList(),
                    List.copyOf(teams));
        }

        @Override
        public List<RemoteStructure.WorkItemType> workItemTypes(String projectName) {
            ask();
            typesAskedFor.add(projectName);
            Map<String, StateCategory> all = foreignStates.get(projectName);
            if (all == null) {
                throw refusal(new ProviderFailure.NotFound(ProviderFailure.NotFound.What.PROJECT));
            }
            return List.of(new RemoteStructure.WorkItemType(
                    "Task",
                    "00ff00",
                    "foreign",
                    WorkItemLevel.TASK,
                    new TreeMap<>(all)
                            .entrySet().stream()
                                    .map(state -> new RemoteStructure.State(state.getKey(), "c0ffee", state.getValue()))
                                    .toList()));
        }

        @Override
        public List<RemotePerson> teamMembers(RemoteProjectId project, String team) {
            ask();
            List<RemotePerson> people = members.get(team);
            if (people == null) {
                throw refusal(new ProviderFailure.NotFound(ProviderFailure.NotFound.What.ELEMENT));
            }
            return people;
        }

        @Override
        public RemotePage<ElementChoice> choices(
                RemoteProjectId project, ElementKind kind, @Nullable String parent, @Nullable String continuation) {
            ask();
            return new RemotePage<>(
                    elements.keySet().stream()
                            .filter(each -> each.kind() == kind)
                            .map(this::choice)
                            .toList(),
                    null);
        }

        @Override
        public List<ElementChoice> find(RemoteProjectId project, ElementKind kind, String text, int limit) {
            return choices(project, kind, null, null).items().stream()
                    .filter(choice -> choice.name().contains(text))
                    .limit(limit)
                    .toList();
        }

        @Override
        public ElementChoice element(RemoteProjectId project, Element element) {
            ask();
            beforeElement.accept(element);
            return choice(existing(element));
        }

        @Override
        public RemotePage<Long> workItemIds(RemoteProjectId project, Element element, long after) {
            ask();
            SortedSet<Long> all = element.kind() == ElementKind.PROJECT
                    ? new TreeSet<>(items(project.value()).keySet())
                    : Objects.requireNonNull(elements.get(existing(element))).get();
            List<Long> ids = all.tailSet(after + 1).stream().limit(ID_PAGE).toList();
            return new RemotePage<>(ids, ids.size() < ID_PAGE ? null : Long.toString(ids.getLast()));
        }

        @Override
        public List<RemoteField> fields() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void askAlso(Set<String> references) {
            // The fake has no fields but the usual ones.
        }

        @Override
        public Set<String> missingFields() {
            return Set.of();
        }

        @Override
        public RemoteItemText itemText(long id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<RemoteWorkItem> workItems(Collection<Long> ids) {
            ask();
            mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
            try {
                beforeItems.accept(ids);
                List<RemoteWorkItem> found = new ArrayList<>();
                for (Long id : ids) {
                    for (NavigableMap<Long, RemoteWorkItem> items : projects.values()) {
                        RemoteWorkItem item = items.get(id);
                        if (item != null) {
                            found.add(item);
                        }
                    }
                }
                return found;
            } finally {
                inFlight.decrementAndGet();
            }
        }

        @Override
        public ChangePage<ItemRevision> revisions(FeedPosition from, @Nullable RemoteProjectId only) {
            ask();
            return feed.revisions(from);
        }

        @Override
        public ChangePage<ParentChange> parentChanges(FeedPosition from) {
            ask();
            return feed.parents(from);
        }

        @Override
        public int batchSize() {
            return BATCH;
        }

        @Override
        public SessionCost cost() {
            if (!Thread.currentThread().isVirtual()) {
                onCost.run();
            }
            return new SessionCost(own.get(), waited);
        }

        @Override
        public void close() {
            // Nothing is kept open.
        }
    }

    private static RemoteProject remote(String key, String name, @Nullable String process) {
        return new RemoteProject(new RemoteProjectId(key), name, "", process, null, null);
    }
}
