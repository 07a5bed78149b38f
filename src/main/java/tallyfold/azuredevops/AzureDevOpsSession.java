package tallyfold.azuredevops;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tallyfold.azuredevops.api.CoreApi;
import tallyfold.azuredevops.api.IdentityApi;
import tallyfold.azuredevops.api.Project;
import tallyfold.azuredevops.api.WorkApi;
import tallyfold.azuredevops.api.WorkItemApi;
import tallyfold.azuredevops.api.WorkItemBatch;
import tallyfold.azuredevops.http.ApiArea;
import tallyfold.azuredevops.http.ApiConnection;
import tallyfold.azuredevops.http.Effort;
import tallyfold.provider.ChangePage;
import tallyfold.provider.CheckListener;
import tallyfold.provider.ConnectionReport;
import tallyfold.provider.ConnectionSettings;
import tallyfold.provider.Element;
import tallyfold.provider.ElementChoice;
import tallyfold.provider.ElementKind;
import tallyfold.provider.FeedPosition;
import tallyfold.provider.ItemRevision;
import tallyfold.provider.ParentChange;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderFailure.UnexpectedAnswer;
import tallyfold.provider.ProviderFailure.UnexpectedAnswer.Oddity;
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

/** A conversation with one organization of Azure DevOps Services. */
final class AzureDevOpsSession implements ProviderSession {

    private final ApiConnection connection;
    private final @Nullable String organizationId;
    private final CoreApi core;
    private final WorkItemApi workItems;
    private final IdentityApi identities;
    private final AzureDevOpsMapper mapper;
    private final Conversation conversation;
    private final ProjectPages pages;
    private final StructureReader structures;
    private final WorkItemReader items;
    private final ChangeFeed feed;
    private final TeamMembers members;
    private final ElementChoices choices;
    private final ElementIds ids;
    private final ItemTextReader texts;
    private final KnownFields fields;
    private final FieldList fieldList;

    AzureDevOpsSession(ConnectionSettings settings, Endpoints.Bases bases, ApiConnection connection, int idPage) {
        this.connection = connection;
        this.organizationId = settings.organizationId();
        this.core = connection.api(CoreApi.class, bases.core());
        this.workItems = connection.api(WorkItemApi.class, bases.core());
        this.identities = connection.api(IdentityApi.class, bases.identity());
        this.mapper = new AzureDevOpsMapper(bases.core());
        this.conversation = new Conversation(connection, core, organizationId);
        this.pages = new ProjectPages(core, mapper);
        this.fields = new KnownFields(conversation, workItems);
        this.items = new WorkItemReader(conversation, workItems, mapper, fields);
        this.feed = new ChangeFeed(conversation, workItems, mapper, fields);
        this.fieldList = new FieldList(conversation, workItems);
        this.texts = new ItemTextReader(conversation, workItems);
        WorkApi work = connection.api(WorkApi.class, bases.core());
        Presence presence = new Presence(conversation, core);
        NodeReader nodes = new NodeReader(conversation, presence, workItems);
        TeamReader teams = new TeamReader(conversation, presence, core);
        StoredQueries stored = new StoredQueries(conversation, presence, workItems);
        IdQueries queries = new IdQueries(conversation, workItems, idPage);
        this.structures = new StructureReader(conversation, work, workItems, nodes, teams);
        this.members = new TeamMembers(conversation, presence, core, identities);
        this.choices = new ElementChoices(
                teams, new NodeChoices(nodes), new WorkItemSearch(conversation, presence, workItems, items), stored);
        this.ids = new ElementIds(
                presence,
                queries,
                nodes,
                new TeamReach(presence, work, nodes),
                new SubtreeReader(conversation, presence, workItems, items, queries),
                stored);
    }

    @Override
    public ConnectionReport check(CheckListener progress) {
        return new ConnectionCheck(connection, core, workItems, identities, organizationId, progress).run();
    }

    @Override
    public RemotePage<RemoteProject> projects(@Nullable String continuation) {
        return pages.read(
                continuation, conversation.ask(ApiArea.PROJECT, Effort.SHORTLY, () -> pages.ask(continuation)));
    }

    @Override
    public RemoteProject project(RemoteProjectId project) {
        return mapped(asked(project));
    }

    @Override
    public RemoteStructure structure(RemoteProjectId project) {
        Project asked = asked(project);
        return structures.read(mapped(asked), asked);
    }

    @Override
    public List<RemoteStructure.WorkItemType> workItemTypes(String projectName) {
        return structures.types(projectName);
    }

    @Override
    public List<RemotePerson> teamMembers(RemoteProjectId project, String team) {
        return members.people(project, team);
    }

    @Override
    public RemotePage<ElementChoice> choices(
            RemoteProjectId project, ElementKind kind, @Nullable String parent, @Nullable String continuation) {
        return choices.branch(project, kind, parent, continuation);
    }

    @Override
    public List<ElementChoice> find(RemoteProjectId project, ElementKind kind, String text, int limit) {
        return choices.find(project, kind, text, limit);
    }

    @Override
    public ElementChoice element(RemoteProjectId project, Element element) {
        return choices.element(project, element, () -> project(project));
    }

    @Override
    public RemotePage<Long> workItemIds(RemoteProjectId project, Element element, long after) {
        return ids.page(project, element, after);
    }

    @Override
    public List<RemoteWorkItem> workItems(Collection<Long> ids) {
        return items.items(ids);
    }

    @Override
    public List<RemoteField> fields() {
        return fieldList.read();
    }

    @Override
    public void askAlso(Set<String> references) {
        fields.want(references);
    }

    @Override
    public Set<String> missingFields() {
        return fields.missing();
    }

    @Override
    public RemoteItemText itemText(long id) {
        return texts.read(id);
    }

    @Override
    public ChangePage<ItemRevision> revisions(FeedPosition from, @Nullable RemoteProjectId only) {
        return feed.revisions(from, only);
    }

    @Override
    public ChangePage<ParentChange> parentChanges(FeedPosition from) {
        return feed.parentChanges(from);
    }

    @Override
    public int batchSize() {
        return WorkItemBatch.MAX_IDS;
    }

    @Override
    public SessionCost cost() {
        return connection.cost();
    }

    @Override
    public void close() {
        connection.close();
    }

    private Project asked(RemoteProjectId project) {
        return conversation.ask(ApiArea.PROJECT, Effort.SHORTLY, () -> core.project(project.value()));
    }

    private RemoteProject mapped(Project project) {
        return mapper.project(project)
                .orElseThrow(() -> new ProviderException(new UnexpectedAnswer(Oddity.MALFORMED, 200)));
    }
}
