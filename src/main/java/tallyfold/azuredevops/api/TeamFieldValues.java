package tallyfold.azuredevops.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The areas a team owns; both parts are missing for a team that was just made. */
public record TeamFieldValues(
        @Nullable FieldReference field, @Nullable List<@Nullable FieldValue> values) {

    /** The field teams are told apart by; nearly always the area path. */
    public record FieldReference(@Nullable String referenceName) {}

    /** One value the team owns. */
    public record FieldValue(
            @Nullable String value, @Nullable Boolean includeChildren) {}
}
