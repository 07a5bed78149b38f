package tallyfold.project;

import org.jspecify.annotations.Nullable;

/**
 * A key date to add or to change.
 *
 * @param seen as the person saw it; null for a new one
 */
public record KeyDateChange(@Nullable OwnKeyDate seen, KeyDateDraft draft) {}
