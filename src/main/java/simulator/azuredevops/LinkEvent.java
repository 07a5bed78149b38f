package simulator.azuredevops;

import java.time.Instant;

/**
 * A link made or taken away, as the link feed tells it.
 *
 * @param rel reference name with direction, seen from the source
 * @param created true for a new link, false for a removed one
 */
record LinkEvent(
        String rel,
        int source,
        int target,
        boolean created,
        Instant at,
        SimUser by,
        SimProject sourceProject,
        SimProject targetProject) {}
