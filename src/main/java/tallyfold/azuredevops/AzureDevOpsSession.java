package tallyfold.azuredevops;

import java.util.Collection;
import java.util.List;
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

    AzureDevOpsSession(ConnectionSettings settings, Endpoints.Bases bases, ApiConnection connection, int idPage) {
        this.connection = connection;
        this.organizationId = settings.organizationId();
        this.core = connection.api(CoreApi.class, bases.core());
        this.workItems = connection.api(WorkItemApi.class, bases.core());
        this.identities = connection.api(IdentityApi.class, bases.identity());
        this.mapper = new AzureDevOpsMapper(bases.core());
        this.conversation = new Conversation(connection, core, organizationId);
        this.pages = new ProjectPages(core, mapper);
        this.structures =
                new StructureReader(conversation, core, connection.api(WorkApi.class, bases.core()), workItems);
        KnownFields fields = new KnownFields(conversation, workItems);
        this.items = new WorkItemReader(conversation, workItems, mapper, fields, idPage);
        this.feed = new ChangeFeed(conversation, workItems, mapper, fields);
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
        throw new UnsupportedOperationException();
    }

    @Override
    public List<RemotePerson> teamMembers(RemoteProjectId project, String team) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RemotePage<ElementChoice> choices(
            RemoteProjectId project, ElementKind kind, @Nullable String parent, @Nullable String continuation) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<ElementChoice> find(RemoteProjectId project, ElementKind kind, String text, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ElementChoice element(RemoteProjectId project, Element element) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RemotePage<Long> workItemIds(RemoteProjectId project, Element element, long after) {
        return items.ids(project, after);
    }

    @Override
    public List<RemoteWorkItem> workItems(Collection<Long> ids) {
        return items.items(ids);
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
