package tallyfold.workitem;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tallyfold.project.Link;
import tallyfold.project.LinkStore;
import tallyfold.project.ProjectId;
import tallyfold.project.ProjectStore;
import tallyfold.provider.ElementKind;
import tallyfold.workitem.internal.FieldMappingRepository;
import tallyfold.workitem.internal.FieldMappingRepository.Kept;
import tallyfold.workitem.internal.MappedLinkRepository;
import tallyfold.workitem.internal.MappedLinkRepository.Value;
import tallyfold.workitem.internal.ProjectFieldValues;

/** Fills fields of projects from the work items they are linked to. Joins the caller's transaction. */
@Component
public class ProjectFieldStore {

    private final FieldMappingRepository mappings;
    private final MappedLinkRepository places;
    private final LinkStore links;
    private final ProjectStore projects;

    ProjectFieldStore(
            FieldMappingRepository mappings, MappedLinkRepository places, LinkStore links, ProjectStore projects) {
        this.mappings = mappings;
        this.places = places;
        this.links = links;
        this.projects = projects;
    }

    /** Whether a link covers exactly one work item, which is what can speak for a project. */
    static boolean speaksForProject(Link link) {
        return link.detached() == null
                && link.elements().size() == 1
                && link.elements().getFirst().element().kind() == ElementKind.WORK_ITEM;
    }

    /** Takes over what the linked items say as they are stored; where two links say something of one field, the later made. */
    void refresh(ProjectId project) {
        List<Kept> kept = mappings.ofProject(project).stream()
                .filter(one -> one.mapping().target().ofProject())
                .toList();
        if (kept.isEmpty()) {
            return;
        }
        List<Value> values = links.ofProject(project).stream()
                .filter(ProjectFieldStore::speaksForProject)
                .flatMap(link ->
                        places
                                .values(
                                        link.id(),
                                        Long.parseLong(link.elements()
                                                .getFirst()
                                                .element()
                                                .key()))
                                .stream())
                .sorted(Comparator.comparing(Value::linked))
                .toList();
        Map<FieldTarget, String> said = new EnumMap<>(FieldTarget.class);
        for (Value value : values) {
            for (Kept one : kept) {
                if (value.isOf(one)) {
                    said.put(one.mapping().target(), one.mapping().translate(value.text()));
                }
            }
        }
        if (!said.isEmpty()) {
            projects.map(project, ProjectFieldValues.of(said));
        }
    }
}
