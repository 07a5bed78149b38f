package tallyfold.workitem.internal;

import java.time.LocalDate;
import java.util.List;
import tallyfold.project.ProjectId;

/**
 * What a reading is about.
 *
 * @param manyLinks whether items may be shown through more than one link, which costs a look at each
 * @param version differs whenever what the project shows has changed
 * @param endedIterations paths of the iterations that ended before today
 * @param today the day deadlines are compared with
 */
public record ReadingScope(
        ProjectId project, boolean manyLinks, String version, List<String> endedIterations, LocalDate today) {

    public ReadingScope {
        endedIterations = List.copyOf(endedIterations);
    }
}
