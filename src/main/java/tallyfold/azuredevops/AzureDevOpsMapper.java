package tallyfold.azuredevops;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tallyfold.azuredevops.api.Links;
import tallyfold.azuredevops.api.Project;
import tallyfold.azuredevops.api.WorkItem;
import tallyfold.provider.ItemRevision;
import tallyfold.provider.RemotePerson;
import tallyfold.provider.RemoteProject;
import tallyfold.provider.RemoteProjectId;
import tallyfold.provider.RemoteWorkItem;

/** Turns the API's records into neutral ones. Pure: no clock, no network, no memory. */
final class AzureDevOpsMapper {

    private final URI site;

    /** @param site where people open the organization */
    AzureDevOpsMapper(URI site) {
        this.site = site;
    }

    /** A project; empty when the record has no id or name. */
    Optional<RemoteProject> project(Project project) {
        if (project.id() == null || project.name() == null) {
            return Optional.empty();
        }
        Project.Capabilities capabilities = project.capabilities();
        Project.ProcessTemplate template = capabilities == null ? null : capabilities.processTemplate();
        Links links = project.links();
        return Optional.of(new RemoteProject(
                new RemoteProjectId(project.id()),
                Plain.text(project.name()),
                Plain.text(project.description()),
                template == null ? null : template.templateName(),
                Dates.moment(project.lastUpdateTime()),
                links == null ? null : link(links.web())));
    }

    RemoteWorkItem workItem(WorkItem item) {
        return workItem(item, Set.of());
    }

    /** @param more further fields that were asked for */
    RemoteWorkItem workItem(WorkItem item, Set<String> more) {
        FieldReader fields = new FieldReader(item.fields());
        Long priority = fields.whole(WorkItemFields.PRIORITY, 1, 4);
        URI web = item.links() == null ? null : link(item.links().html());
        return new RemoteWorkItem(
                item.id(),
                Math.max(1, item.rev()),
                fields.text(WorkItemFields.PROJECT),
                fields.text(WorkItemFields.TYPE),
                fields.text(WorkItemFields.TITLE),
                fields.text(WorkItemFields.STATE),
                fields.person(WorkItemFields.ASSIGNED_TO),
                fields.text(WorkItemFields.AREA),
                fields.text(WorkItemFields.ITERATION),
                fields.whole(WorkItemFields.PARENT, 1, Integer.MAX_VALUE),
                fields.firstNumber(WorkItemFields.RANK, WorkItemFields.SCRUM_RANK),
                priority == null ? null : priority.intValue(),
                fields.firstNumber(WorkItemFields.STORY_POINTS, WorkItemFields.EFFORT, WorkItemFields.SIZE),
                fields.number(WorkItemFields.ORIGINAL_ESTIMATE),
                fields.number(WorkItemFields.REMAINING_WORK),
                fields.number(WorkItemFields.COMPLETED_WORK),
                fields.time(WorkItemFields.START),
                fields.time(WorkItemFields.TARGET),
                fields.time(WorkItemFields.DUE),
                fields.tags(WorkItemFields.TAGS),
                fields.time(WorkItemFields.CREATED),
                fields.time(WorkItemFields.CHANGED),
                fields.time(WorkItemFields.ACTIVATED),
                fields.time(WorkItemFields.RESOLVED),
                fields.time(WorkItemFields.CLOSED),
                fields.time(WorkItemFields.STATE_CHANGED),
                web == null ? URI.create(site + "/_workitems/edit/" + item.id()) : web,
                more.isEmpty() ? Map.of() : more.stream().collect(Collectors.toMap(name -> name, fields::anything)),
                List.copyOf(fields.warnings()));
    }

    /**
     * A revision as the feed tells it. Some answers name people by their mail alone, without what an assignee is known by; such
     * a revision is not complete.
     */
    ItemRevision revision(WorkItem revision, Set<String> more) {
        FieldReader fields = new FieldReader(revision.fields());
        RemotePerson assignee = fields.person(WorkItemFields.ASSIGNED_TO);
        boolean named = assignee == null || fields.has(WorkItemFields.ASSIGNED_TO, "descriptor");
        boolean enough = !fields.text(WorkItemFields.TYPE).isEmpty()
                && !fields.text(WorkItemFields.PROJECT).isEmpty();
        return new ItemRevision(workItem(revision, more), fields.flag(WorkItemFields.DELETED), named && enough);
    }

    /** A link the service gave, if it leads to the service. */
    private @Nullable URI link(Links.@Nullable Link link) {
        if (link == null || link.href() == null) {
            return null;
        }
        try {
            URI target = new URI(link.href());
            return isOfTheService(target) ? target : null;
        } catch (URISyntaxException notAnAddress) {
            return null;
        }
    }

    private boolean isOfTheService(URI target) {
        if (target.getHost() == null || target.getRawUserInfo() != null || target.getPort() != -1) {
            return false;
        }
        String host = target.getHost().toLowerCase(Locale.ROOT);
        return "https".equalsIgnoreCase(target.getScheme())
                && (host.equals("dev.azure.com") || host.endsWith(".visualstudio.com"));
    }
}
