package tallyfold.azuredevops;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tallyfold.azuredevops.api.ClassificationNode;
import tallyfold.azuredevops.api.Project;
import tallyfold.azuredevops.api.TypeCategory;
import tallyfold.azuredevops.api.WorkApi;
import tallyfold.azuredevops.api.WorkItemApi;
import tallyfold.azuredevops.api.WorkItemType;
import tallyfold.azuredevops.api.WorkProcess;
import tallyfold.azuredevops.http.ApiArea;
import tallyfold.azuredevops.http.Effort;
import tallyfold.provider.ElementKind;
import tallyfold.provider.RemoteProject;
import tallyfold.provider.RemoteProjectId;
import tallyfold.provider.RemoteStructure;

/** Reads what holds the work items of a project together. */
final class StructureReader {

    private final Conversation conversation;
    private final WorkApi work;
    private final WorkItemApi workItems;
    private final NodeReader nodes;
    private final TeamMemory teams;
    private final ProcessMemory processes = new ProcessMemory();

    StructureReader(
            Conversation conversation, WorkApi work, WorkItemApi workItems, NodeReader nodes, TeamReader teams) {
        this.conversation = conversation;
        this.work = work;
        this.workItems = workItems;
        this.nodes = nodes;
        this.teams = new TeamMemory(teams);
    }

    RemoteStructure read(RemoteProject remote, Project project) {
        String id = remote.id().value();
        RemoteStructure.WorkProcess process = StructureMapper.process(project, processes.list(id, this::readProcesses));
        Map<ElementKind, ClassificationNode> trees = nodes.trees(remote.id(), Effort.BACKGROUND);
        List<RemoteStructure.Team> ofProject = teams(remote.id());
        // Last, because all projects of a process wait for the one that reads its types first.
        List<RemoteStructure.WorkItemType> ofProcess = processes.types(process.key(), id, () -> types(id));
        return new RemoteStructure(
                remote,
                process,
                ofProcess,
                StructureMapper.areas(Objects.requireNonNull(trees.get(ElementKind.AREA))),
                StructureMapper.iterations(Objects.requireNonNull(trees.get(ElementKind.ITERATION))),
                ofProject);
    }

    private List<WorkProcess> readProcesses() {
        return conversation.ask(ApiArea.WORK, work::processes).present().toList();
    }

    /** The types of a project with their states, by its id or name. */
    List<RemoteStructure.WorkItemType> types(String project) {
        List<TypeCategory> categories = conversation
                .ask(ApiArea.WORK, () -> workItems.categories(project))
                .present()
                .toList();
        List<RemoteStructure.WorkItemType> types = new ArrayList<>();
        for (WorkItemType type : conversation
                .ask(ApiArea.WORK, () -> workItems.types(project))
                .present()
                .toList()) {
            if (type.name() != null) {
                types.add(StructureMapper.type(type, type.name(), states(project, type, type.name()), categories));
            }
        }
        return types;
    }

    private List<WorkItemType.State> states(String project, WorkItemType type, String name) {
        List<WorkItemType.@Nullable State> listed = type.states();
        if (listed != null && !listed.isEmpty()) {
            return listed.stream()
                    .filter(Objects::nonNull)
                    .map(Objects::requireNonNull)
                    .toList();
        }
        return conversation
                .ask(ApiArea.WORK, () -> workItems.states(project, name))
                .present()
                .toList();
    }

    private List<RemoteStructure.Team> teams(RemoteProjectId project) {
        return teams.of(project).stream()
                .map(team -> new RemoteStructure.Team(Objects.requireNonNull(team.id()), Plain.text(team.name())))
                .toList();
    }
}
