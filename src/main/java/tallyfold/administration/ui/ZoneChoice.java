package tallyfold.administration.ui;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What the form of the time zone holds. Public because the binder makes the record.
 *
 * @param zone null for the configured one
 */
public record ZoneChoice(@Nullable ZoneId zone) {}
