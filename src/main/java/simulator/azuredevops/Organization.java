package simulator.azuredevops;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One organization: people, tokens, projects, work items, and everything that happens to them. Every method may be
 * called while the simulator serves requests. A change the service would refuse is an {@link IllegalArgumentException}.
 */
public final class Organization {

    private final String name;
    private final UUID instanceId;
    private final UUID tenantId;
    private final Clock clock;
    private final SeededIds ids;
    private final Guard guard = new Guard();
    private final ItemStore store = new ItemStore();
    private final FieldCatalogue catalogue = new FieldCatalogue();
    private final ItemEditor editor = new ItemEditor(this, store);
    private final ProjectEditor projectEditor = new ProjectEditor(this, editor);
    private final People people;
    private final Tokens tokens = new Tokens();
    private final List<SimProcess> processes = new CopyOnWriteArrayList<>(SystemProcesses.ALL);
    private final OrganizationPolicy policy = new OrganizationPolicy();

    Organization(String name, Clock clock, long seed) {
        this.name = name;
        this.clock = clock;
        this.ids = new SeededIds(seed * 31 + name.hashCode());
        this.instanceId = newId();
        this.tenantId = newId();
        this.people = new People(this);
    }

    public String name() {
        return name;
    }

    /** The organization's id; another organization under the same name has another one. */
    public UUID instanceId() {
        return instanceId;
    }

    UUID tenantId() {
        return tenantId;
    }

    // ---- people and tokens

    public List<SimUser> users() {
        return people.users();
    }

    /** The first person, who also makes every change that names nobody else. */
    public SimUser owner() {
        return people.owner();
    }

    public SimUser addUser(String displayName, String mail) {
        return people.add(displayName, mail);
    }

    /** The person may no longer sign in; their tokens die, old items still name them. */
    public void disableUser(SimUser user) {
        user.disable();
    }

    /** The person is no member any more: tokens are answered as of a stranger, with the real id. */
    public void removeUser(SimUser user) {
        people.remove(user);
    }

    /** A group of the organization, or of a project. */
    public SimGroup addGroup(@Nullable SimProject project, String groupName, String description) {
        return people.addGroup(project, groupName, description);
    }

    public List<SimGroup> groups() {
        return people.allGroups(projects());
    }

    public SimToken issueToken(TokenSpec spec) {
        return write(() -> tokens.add(new SimToken(SimToken.newText(ids.random()), this, spec)));
    }

    public List<SimToken> tokens() {
        return tokens.all();
    }

    // ---- projects, teams, areas, iterations, queries

    /** Every project that is not deleted. */
    public List<SimProject> projects() {
        return projectEditor.all().stream().filter(SimProject::live).toList();
    }

    /** The project of that name or id; {@link IllegalArgumentException} if there is none. */
    public SimProject project(String nameOrId) {
        return projects().stream()
                .filter(project -> project.name().equalsIgnoreCase(nameOrId)
                        || project.id().toString().equalsIgnoreCase(nameOrId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no project " + nameOrId + " in " + name));
    }

    public List<SimProcess> processes() {
        return List.copyOf(processes);
    }

    /** An inherited process; types that are not given come from the parent. */
    public SimProcess addProcess(String processName, SimProcess parent, List<SimType> changedTypes) {
        SimProcess process = parent.inherited(newId(), processName, changedTypes);
        processes.add(process);
        return process;
    }

    public SimProject addProject(String projectName, SimProcess process) {
        return write(() -> projectEditor.add(projectName, process, now()));
    }

    SimProject addProject(String projectName, SimProcess process, Instant created) {
        return write(() -> projectEditor.add(projectName, process, created));
    }

    public void renameProject(UUID project, String other) {
        change(() -> projectEditor.rename(anyProject(project), other));
    }

    /** Into the service's recycle bin for projects, items included. */
    public void deleteProject(UUID project) {
        change(() -> projectEditor.state(anyProject(project), "deleted"));
    }

    public void restoreProject(UUID project) {
        change(() -> projectEditor.state(anyProject(project), "wellFormed"));
    }

    public SimTeam addTeam(UUID project, String teamName) {
        return write(() -> projectEditor.addTeam(anyProject(project), teamName, ""));
    }

    public void renameTeam(SimTeam team, String other) {
        change(() -> team.group().rename(other));
    }

    public void deleteTeam(SimTeam team) {
        change(() -> team.project().drop(team));
    }

    public SimNode addArea(SimNode parent, String areaName) {
        return write(() -> projectEditor.addNode(parent, areaName));
    }

    public SimNode addIteration(
            SimNode parent, String iterationName, @Nullable LocalDate start, @Nullable LocalDate finish) {
        return write(() -> projectEditor.addNode(parent, iterationName).dates(start, finish));
    }

    /** Renames an area or iteration; items follow without a new revision. */
    public void renameNode(SimNode node, String other) {
        change(() -> projectEditor.renameNode(node, other));
    }

    public void moveNode(SimNode node, SimNode newParent) {
        change(() -> projectEditor.moveNode(node, newParent));
    }

    /** Removes a node and what hangs below it; its items move to the other node and get a new revision. */
    public void deleteNode(SimNode node, SimNode reclassifyTo) {
        change(() -> projectEditor.deleteNode(node, reclassifyTo));
    }

    public SimQuery addQueryFolder(SimQuery parent, String folderName) {
        return write(() -> projectEditor.addQuery(parent, folderName, null));
    }

    public SimQuery addQuery(SimQuery folder, String queryName, String wiql) {
        return write(() -> projectEditor.addQuery(folder, queryName, wiql));
    }

    public void renameQuery(SimQuery query, String other) {
        change(() -> query.rename(other));
    }

    /** Gives a query another text, which may be none that is understood. */
    public void changeQuery(SimQuery query, String wiql) {
        change(() -> query.change(wiql));
    }

    /** Deletes a query, or a folder with all in it. */
    public void deleteQuery(SimQuery query) {
        change(query::delete);
    }

    // ---- work items

    /** The current state of every live item, in the order of ids. */
    public List<SimItem> items() {
        return snapshot(item -> item.readableBy(people.owner()));
    }

    public List<SimItem> items(UUID project) {
        return snapshot(item -> !item.destroyed()
                && !item.deleted()
                && item.current().project().id().equals(project));
    }

    /** Everything ever created, deleted and destroyed items included. */
    public List<SimItem> everyItem() {
        return snapshot(_ -> true);
    }

    /** The item as it stands now; deleted and destroyed ones too. */
    public SimItem item(long id) {
        return read(() -> {
            StoredItem item = store.find(id);
            if (item == null) {
                throw new IllegalArgumentException("no work item " + id);
            }
            return new SimItem(item);
        });
    }

    /**
     * Creates an item. Values may be texts, numbers, {@link Instant}, {@link LocalDate}, {@link SimUser} (or a mail
     * address for one). {@code System.ChangedDate} and {@code System.ChangedBy} set when and by whom.
     */
    public long createItem(UUID project, String type, Map<String, ?> fields) {
        return write(() -> (long) editor.create(anyProject(project), type, fields));
    }

    /** Changes fields, as {@link #createItem}; a null value empties a field. */
    public void update(long id, Map<String, ?> fields) {
        change(() -> editor.update(id, fields));
    }

    /** Adds a comment. */
    public void comment(long id, String text) {
        update(id, Map.of(Fields.HISTORY_TEXT, text));
    }

    public void move(long id, UUID project) {
        change(() -> editor.move(id, anyProject(project)));
    }

    public void retype(long id, String type) {
        change(() -> editor.retype(id, type));
    }

    public void delete(long id) {
        change(() -> editor.delete(id, true));
    }

    public void restore(long id) {
        change(() -> editor.delete(id, false));
    }

    public void destroy(long id) {
        change(() -> editor.destroy(id));
    }

    public void linkParent(long child, long parent) {
        change(() -> editor.link(child, parent));
    }

    public void unlinkParent(long child) {
        change(() -> editor.link(child, 0));
    }

    /** Any other link between items, for example {@code System.LinkTypes.Dependency-Forward}. */
    public void relate(long from, String rel, long to) {
        change(() -> editor.relate(from, rel, to));
    }

    public void unrelate(long from, String rel, long to) {
        change(() -> editor.unrelate(from, rel, to));
    }

    /** A hyperlink, or an artifact link when the address starts with {@code vstfs:}. */
    public void hyperlink(long id, String address) {
        change(() -> editor.hyperlink(id, address));
    }

    // ---- the organization as a whole

    /** Everything is answered 503 TF24668 from now on. */
    public void stop(String reason) {
        policy.stop(reason);
    }

    public void start() {
        policy.stop(null);
    }

    /** Whether the organization allows public projects and so answers strangers. */
    public void publicProjects(boolean allowed) {
        policy.publicProjects(allowed);
    }

    /** Whether Conditional Access turns everybody away. */
    public void policyBlocked(boolean blocked) {
        policy.blocked(blocked);
    }

    public void forbidGlobalTokens(boolean forbidden) {
        policy.globalForbidden(forbidden);
    }

    /** Whether addresses in answers have the old form {@code https://{org}.visualstudio.com}. */
    public void legacyAddresses(boolean legacy) {
        policy.legacyAddresses(legacy);
    }

    /** How many log entries a reporting request looks at before it answers a short, even empty, batch. */
    public void reportingScan(int entries) {
        policy.reportingScan(entries);
    }

    // ---- for the endpoints

    OrganizationPolicy policy() {
        return policy;
    }

    Instant now() {
        return clock.instant();
    }

    Clock clock() {
        return clock;
    }

    People people() {
        return people;
    }

    SimUser person(String mailOrName) {
        return people.require(mailOrName);
    }

    FieldCatalogue catalogue() {
        return catalogue;
    }

    ItemStore store() {
        return store;
    }

    List<SimProject> everyProject() {
        return projectEditor.all();
    }

    List<ProjectEditor.Event> projectEvents() {
        return projectEditor.events();
    }

    @Nullable
    SimToken token(String text) {
        return tokens.find(text);
    }

    SimProject anyProject(UUID id) {
        return projectEditor.all().stream()
                .filter(project -> project.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no project " + id));
    }

    UUID newId() {
        return ids.next();
    }

    <T> T read(Supplier<T> question) {
        return guard.read(question);
    }

    <T> T write(Supplier<T> change) {
        return guard.write(change);
    }

    private void change(Runnable change) {
        write(() -> {
            change.run();
            return true;
        });
    }

    private List<SimItem> snapshot(java.util.function.Predicate<StoredItem> wanted) {
        return read(() -> store.all().stream().filter(wanted).map(SimItem::new).toList());
    }
}
