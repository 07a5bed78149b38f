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

    /** Values by item and column; what has none is left out. At most some thousand items. */
    public Map<WorkItemKey, Map<String, String>> values(ProjectId project, Collection<WorkItemKey> items) {
        return items.isEmpty() ? Map.of() : values.read(project, items);
    }
}
