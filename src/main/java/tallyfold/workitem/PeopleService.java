package tallyfold.workitem;

import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import tallyfold.project.ProjectId;

/** Who works on a project. */
@Service
@PreAuthorize("hasRole('VIEWER')")
public class PeopleService {

    /** The people of a project by name. */
    public List<PersonRow> people(ProjectId project) {
        throw new UnsupportedOperationException();
    }
}
