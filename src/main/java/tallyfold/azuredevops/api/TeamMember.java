package tallyfold.azuredevops.api;

import org.jspecify.annotations.Nullable;

/** Somebody, or a group, in a team. */
public record TeamMember(@Nullable IdentityRef identity) {}
