package tallyfold.azuredevops;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import tallyfold.azuredevops.api.CoreApi;
import tallyfold.azuredevops.api.Listing;
import tallyfold.azuredevops.api.Project;
import tallyfold.azuredevops.api.Team;
import tallyfold.azuredevops.api.TypeCategory;
import tallyfold.azuredevops.api.WorkApi;
import tallyfold.azuredevops.api.WorkItemApi;
import tallyfold.azuredevops.api.WorkItemType;
import tallyfold.azuredevops.api.WorkProcess;
import tallyfold.azuredevops.http.ApiArea;
import tallyfold.provider.RemoteProject;
import tallyfold.provider.RemoteStructure;

/** Reads what holds the work items of a project together. A team that vanishes meanwhile takes only itself away. */
final class StructureReader {

    private static final int PAGE = 100;
    private static final int MOST_PAGES = 200;
    private static final int DEPTH = 14;

    private final Conversation conversation;
    private final CoreApi core;
    private final WorkApi work;
    private final WorkItemApi workItems;

    StructureReader(Conversation conversation, CoreApi core, WorkApi work, WorkItemApi workItems) {
        this.conversation = conversation;
        this.core = core;
        this.work = work;
        this.workItems = workItems;
    }

    RemoteStructure read(RemoteProject remote, Project project) {
        String id = remote.id().value();
        List<WorkProcess> processes =
                conversation.ask(ApiArea.WORK, work::processes).present().toList();
        return new RemoteStructure(
                remote,
                StructureMapper.process(project, processes),
                types(id),
                StructureMapper.areas(conversation.ask(ApiArea.WORK, () -> workItems.nodes(id, "areas", DEPTH))),
                StructureMapper.iterations(
                        conversation.ask(ApiArea.WORK, () -> workItems.nodes(id, "iterations", DEPTH))),
                teams(id));
    }

    private List<RemoteStructure.WorkItemType> types(String project) {
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

    private List<RemoteStructure.Team> teams(String project) {
        List<RemoteStructure.Team> teams = new ArrayList<>();
        for (Team team : paged(skip -> core.teams(project, PAGE, skip), Team::id)) {
            String id = Objects.requireNonNull(team.id());
            teams.add(new RemoteStructure.Team(id, Plain.text(team.name())));
        }
        return teams;
    }

    /** Reads pages until one is short, or brings nothing new: some lists ignore what is asked to be skipped. */
    private <T> List<T> paged(IntFunction<Listing<T>> page, Function<T, @Nullable String> key) {
        Map<String, T> all = new LinkedHashMap<>();
        for (int number = 0, skip = 0; number < MOST_PAGES; number++) {
            int from = skip;
            Listing<T> listing = conversation.ask(ApiArea.PROJECT, () -> page.apply(from));
            int before = all.size();
            listing.present().forEach(each -> {
                String id = key.apply(each);
                if (id != null) {
                    all.putIfAbsent(id, each);
                }
            });
            skip += listing.value().size();
            if (listing.value().size() < PAGE || all.size() == before) {
                break;
            }
        }
        return List.copyOf(all.values());
    }
}
