package simulator.azuredevops;

import org.jspecify.annotations.Nullable;

/**
 * On whose behalf a query runs, and where.
 *
 * @param user null for a stranger in an organization with public projects
 * @param project what {@code @project} stands for
 * @param team whose current iteration is meant
 */
record Asker(
        Organization organization,
        @Nullable SimUser user,
        @Nullable SimProject project,
        @Nullable SimTeam team) {}
