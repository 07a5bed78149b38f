package tallyfold.azuredevops.api;

import org.jspecify.annotations.Nullable;

/**
 * A field of an organization.
 *
 * @param type {@code string}, {@code integer}, {@code double}, {@code dateTime}, {@code boolean}, {@code html} and others
 */
public record WorkItemField(
        @Nullable String referenceName,
        @Nullable String name,
        @Nullable String type,
        @Nullable Boolean isIdentity) {}
