package tallyfold.workitem;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallyfold.provider.StateCategory;

/**
 * An item and the states it has been in.
 *
 * @param created null when the source system did not say
 * @param closed likewise, and while it is not closed
 * @param changes the states it is known to have been in, oldest first, the present one last if it is known since when
 */
public record ItemPast(
        long id,
        String type,
        String state,
        StateCategory category,
        @Nullable Instant created,
        @Nullable Instant closed,
        List<StateChange> changes) {

    public ItemPast {
        changes = List.copyOf(changes);
    }
}
