package tallyfold.workitem;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import tallyfold.project.ProjectId;
import tallyfold.workitem.internal.FieldMappingRepository;
import tallyfold.workitem.internal.MappedValueReader;

/** What mapped fields say of the work items of a project; rules are applied when somebody reads. */
@Service
@PreAuthorize("hasRole('VIEWER')")
public class MappedFieldService {

    /** The most values of a column one can choose from. */
    public static final int MOST_CHOICES = 500;

    private final FieldMappingRepository mappings;
    private final MappedValueReader values;

    MappedFieldService(FieldMappingRepository mappings, MappedValueReader values) {
        this.mappings = mappings;
        this.values = values;
    }

    /** Names of the columns that mappings add to the work items of a project, in alphabetical order. */
    public List<String> columns(ProjectId project) {
        return mappings.ofProject(project).stream()
                .map(FieldMappingRepository.Kept::mapping)
                .filter(mapping -> mapping.target() == FieldTarget.COLUMN)
                .map(FieldMapping::column)
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .distinct()
                .toList();
    }

    /** What the columns show of the items of a project, by column and in alphabetical order, at most {@link #MOST_CHOICES} each. */
    public Map<String, List<String>> choices(ProjectId project) {
        return values.choices(project, MOST_CHOICES);
    }

    /** Values by item and column; what has none is left out. At most some thousand items. */
    public Map<WorkItemKey, Map<String, String>> values(ProjectId project, Collection<WorkItemKey> items) {
        return items.isEmpty() ? Map.of() : values.read(project, items);
    }
}
