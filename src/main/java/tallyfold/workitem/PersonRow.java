package tallyfold.workitem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works on a project. Names came from the source system and may hold anything.
 *
 * @param key the source system's own, the same for all links to one organization
 * @param uniqueName the sign-in name, often an e-mail address; null when it is not known
 * @param active false for somebody the source system has disabled or removed
 * @param assigned whether items are assigned to them, rather than only being in a team
 * @param teams names of their teams, of links that keep the membership of teams
 * @param open assigned items that are neither completed nor removed, 0 or more
 * @param closed assigned items that are completed, 0 or more
 */
public record PersonRow(
        String key,
        String name,
        @Nullable String uniqueName,
        boolean active,
        boolean assigned,
        List<String> teams,
        long open,
        long closed) {

    public PersonRow {
        teams = List.copyOf(teams);
    }
}
