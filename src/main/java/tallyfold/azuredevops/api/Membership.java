package tallyfold.azuredevops.api;

import org.jspecify.annotations.Nullable;

/** Somebody, or a group, directly in a group. */
public record Membership(@Nullable String memberDescriptor) {}
