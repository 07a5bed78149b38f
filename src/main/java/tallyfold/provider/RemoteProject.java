package tallyfold.provider;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A project in its source system.
 *
 * @param description plain text, empty when there is none
 * @param process name of the process; null in lists, which do not carry it
 * @param lastUpdated null when the source system does not say
 * @param webAddress where people open it; null in lists that do not carry it
 */
public record RemoteProject(
        RemoteProjectId id,
        String name,
        String description,
        @Nullable String process,
        @Nullable Instant lastUpdated,
        @Nullable URI webAddress) {}
