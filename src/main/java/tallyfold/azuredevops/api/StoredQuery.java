package tallyfold.azuredevops.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stored query or a folder of them.
 *
 * @param isPublic true for what is shared, all else is somebody's own
 * @param children null where the answer does not reach down to them
 */
public record StoredQuery(
        @Nullable String id,
        @Nullable String name,
        @Nullable String path,
        @Nullable Boolean isFolder,
        @Nullable Boolean hasChildren,
        @Nullable Boolean isPublic,
        @Nullable List<@Nullable StoredQuery> children) {

    public boolean shared() {
        return Boolean.TRUE.equals(isPublic);
    }

    public boolean folder() {
        return Boolean.TRUE.equals(isFolder);
    }
}
