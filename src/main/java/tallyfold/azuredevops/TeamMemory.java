package tallyfold.azuredevops;

import static java.util.stream.Collectors.groupingBy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import tallyfold.azuredevops.api.Team;
import tallyfold.azuredevops.http.Effort;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderFailure;
import tallyfold.provider.RemoteProjectId;

/**
 * The teams of the projects of one session. A few projects are asked one by one; where there are more, one list of the whole
 * organization answers for all of them. Where that list does not help (it is refused, very long, or does not know a project,
 * which has one team at least), the project itself is asked.
 */
final class TeamMemory {

    /** So many projects are asked by themselves before the organization's list is worth its pages. */
    static final int SINGLY = 3;

    /** Of 100 teams each. An organization with more is asked project by project. */
    static final int MOST_PAGES = 10;

    private final TeamReader reader;
    private final ReentrantLock lock = new ReentrantLock();
    private final Set<RemoteProjectId> served = new HashSet<>();
    private @Nullable Map<String, List<Team>> byProject;

    TeamMemory(TeamReader reader) {
        this.reader = reader;
    }

    List<Team> of(RemoteProjectId project) {
        List<Team> known = remembered(project);
        return known.isEmpty() ? reader.all(project, Effort.BACKGROUND) : known;
    }

    /** Empty where the project is to be asked: also when it asks again, because it met something unknown then. */
    private List<Team> remembered(RemoteProjectId project) {
        lock.lock();
        try {
            if (!served.add(project) || served.size() <= SINGLY) {
                return List.of();
            }
            if (byProject == null) {
                byProject = read();
            }
            return byProject.getOrDefault(project.value(), List.of());
        } finally {
            lock.unlock();
        }
    }

    private Map<String, List<Team>> read() {
        try {
            SkippedPages.Read<Team> read = reader.ofOrganization(MOST_PAGES, Effort.BACKGROUND);
            return read.complete()
                    ? read.entries().stream()
                            .filter(team -> team.projectId() != null)
                            .collect(groupingBy(team -> Objects.requireNonNull(team.projectId())))
                    : Map.of();
        } catch (ProviderException refused) {
            if (refused.failure() instanceof ProviderFailure.NotFound
                    || refused.failure() instanceof ProviderFailure.UnexpectedAnswer) {
                // A preview may go; the list of each project stays.
                return Map.of();
            }
            throw refused;
        }
    }
}
