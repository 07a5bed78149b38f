package tallyfold.sync;

import org.jspecify.annotations.Nullable;

/**
 * Something odd that a run went over.
 *
 * @param item id of the work item; null when it is not about one
 * @param code a stable code, for example {@code ITEM_UNREADABLE}
 * @param detail a sentence without content of items; empty when the code says all
 */
public record SyncWarning(@Nullable Long item, String code, String detail) {}
