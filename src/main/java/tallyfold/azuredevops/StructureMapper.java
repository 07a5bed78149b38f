package tallyfold.azuredevops;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tallyfold.azuredevops.api.ClassificationNode;
import tallyfold.azuredevops.api.Project;
import tallyfold.azuredevops.api.TypeCategory;
import tallyfold.azuredevops.api.WorkItemType;
import tallyfold.azuredevops.api.WorkProcess;
import tallyfold.provider.RemoteStructure;
import tallyfold.provider.RemoteStructure.Area;
import tallyfold.provider.RemoteStructure.Iteration;
import tallyfold.provider.RemoteStructure.State;
import tallyfold.provider.StateCategory;
import tallyfold.provider.WorkItemLevel;

/** Turns the parts of a project's structure into neutral ones. Pure. */
final class StructureMapper {

    private static final String NO_COLOR = "b2b2b2";
    private static final Pattern COLOR = Pattern.compile("#?(?:[0-9A-Fa-f]{2})?([0-9A-Fa-f]{6})");

    /** The same in every organization. */
    private static final Map<String, String> SYSTEM_PROCESSES = Map.of(
            "adcc42ab-9882-485e-a3ed-7678f01f66bc", "Agile",
            "6b724908-ef14-45cf-84f8-768b5384da45", "Scrum",
            "b8a3a935-7e91-48b8-a94c-606d37c3e9f2", "Basic",
            "27450541-8e31-4150-9947-dc59f998fc01", "CMMI");

    /** In the order that decides where a type stands in several. */
    private static final Map<WorkItemLevel, List<String>> CATEGORIES = new EnumMap<>(Map.of(
            WorkItemLevel.EPIC, List.of("Microsoft.EpicCategory"),
            WorkItemLevel.FEATURE, List.of("Microsoft.FeatureCategory"),
            WorkItemLevel.REQUIREMENT, List.of("Microsoft.RequirementCategory", "Microsoft.BugCategory"),
            WorkItemLevel.TASK, List.of("Microsoft.TaskCategory")));

    private StructureMapper() {}

    static RemoteStructure.WorkProcess process(Project project, List<WorkProcess> processes) {
        Project.Capabilities capabilities = project.capabilities();
        Project.ProcessTemplate template = capabilities == null ? null : capabilities.processTemplate();
        String id = template == null || template.templateTypeId() == null ? "" : lower(template.templateTypeId());
        String name = template == null || template.templateName() == null ? "" : Plain.text(template.templateName());
        WorkProcess own = processes.stream()
                .filter(each -> id.isEmpty() ? name.equals(each.name()) : id.equals(lower(each.typeId())))
                .findFirst()
                .orElse(null);
        String base = SYSTEM_PROCESSES.get(id);
        if (base == null && own != null) {
            base = SYSTEM_PROCESSES.get(lower(own.parentProcessTypeId()));
        }
        String shown = own != null && own.name() != null ? Plain.text(own.name()) : name;
        return new RemoteStructure.WorkProcess(id.isEmpty() ? shown : id, shown, base);
    }

    static RemoteStructure.WorkItemType type(
            WorkItemType type, String name, List<WorkItemType.State> states, List<TypeCategory> categories) {
        return new RemoteStructure.WorkItemType(
                name,
                color(type.color()),
                type.icon() == null ? null : type.icon().id(),
                level(name, categories),
                states.stream()
                        .filter(state -> state.name() != null)
                        .map(state -> new State(
                                Plain.text(state.name()), color(state.color()), stateCategory(state.category())))
                        .toList());
    }

    static WorkItemLevel level(String type, List<TypeCategory> categories) {
        Set<String> memberships = new HashSet<>();
        for (TypeCategory category : categories) {
            List<TypeCategory.@Nullable TypeName> members = category.workItemTypes();
            if (category.referenceName() != null
                    && members != null
                    && members.stream().anyMatch(member -> member != null && type.equalsIgnoreCase(member.name()))) {
                memberships.add(category.referenceName());
            }
        }
        return CATEGORIES.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(memberships::contains))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(WorkItemLevel.OTHER);
    }

    static StateCategory stateCategory(@Nullable String category) {
        return switch (lower(category)) {
            case "inprogress" -> StateCategory.IN_PROGRESS;
            case "resolved" -> StateCategory.RESOLVED;
            case "completed" -> StateCategory.COMPLETED;
            case "removed" -> StateCategory.REMOVED;
            default -> StateCategory.PROPOSED;
        };
    }

    static String color(@Nullable String raw) {
        var matcher = COLOR.matcher(raw == null ? "" : raw);
        return matcher.matches() ? lower(matcher.group(1)) : NO_COLOR;
    }

    static List<Area> areas(ClassificationNode root) {
        List<Area> areas = new ArrayList<>();
        walk(root, null, (node, key, path) -> areas.add(new Area(key, path)));
        return areas;
    }

    static List<Iteration> iterations(ClassificationNode root) {
        List<Iteration> iterations = new ArrayList<>();
        walk(root, null, (node, key, path) -> {
            ClassificationNode.Attributes dates = node.attributes();
            iterations.add(new Iteration(
                    key,
                    path,
                    Plain.text(node.name()),
                    dates == null ? null : Dates.day(dates.startDate()),
                    dates == null ? null : Dates.day(dates.finishDate())));
        });
        return iterations;
    }

    private interface Visitor {
        void visit(ClassificationNode node, String key, String path);
    }

    /**
     * Work items name a node by the names on the way to it. The node's own path has a segment more, for the kind of tree,
     * and old answers leave it out: so the names are put together anew.
     */
    private static void walk(ClassificationNode node, @Nullable String parent, Visitor visitor) {
        if (node.name() == null) {
            return;
        }
        String name = Plain.text(node.name());
        String path = parent == null ? name : parent + '\\' + name;
        if (node.identifier() != null) {
            visitor.visit(node, node.identifier(), path);
        }
        List<@Nullable ClassificationNode> children = node.children();
        if (children != null) {
            for (ClassificationNode child : children) {
                if (child != null) {
                    walk(child, path, visitor);
                }
            }
        }
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
