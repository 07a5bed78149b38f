package tallyfold.workitem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person of a project.
 *
 * @param key stays the same when the person is renamed
 * @param uniqueName sign-in name or e-mail address; null when the source system does not say
 * @param active false when the account is disabled in the source system
 * @param assigned whether items are assigned to the person; false for those who are only members of a team
 * @param teams names of the linked teams the person is a member of, by name
 * @param open items that are neither completed nor removed
 * @param closed items that are completed
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
