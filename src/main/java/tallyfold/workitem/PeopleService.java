package tallyfold.workitem;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import tallyfold.project.ProjectId;
import tallyfold.workitem.internal.PeopleReader;
import tallyfold.workitem.internal.WorkItemListRepository;

/** Who works on projects. */
@Service
@PreAuthorize("hasRole('VIEWER')")
public class PeopleService {

    private final PeopleReader people;
    private final WorkItemListRepository lists;
    private final Clock clock;

    PeopleService(PeopleReader people, WorkItemListRepository lists, Clock clock) {
        this.people = people;
        this.lists = lists;
        this.clock = clock;
    }

    /**
     * The people of a project by name, each once: those with items, and for links that do not take people from assignments
     * only the members of their teams too.
     */
    public List<PersonRow> people(ProjectId project) {
        return people.read(lists.scope(project, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
    }
}
