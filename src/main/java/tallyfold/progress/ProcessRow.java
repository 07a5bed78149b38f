package tallyfold.progress;

import org.jspecify.annotations.Nullable;

/**
 * A process that linked projects work by.
 *
 * @param organization name of the organization
 * @param base name of the system process it comes from; null when it is none of those that are known
 * @param links how many links work by it
 * @param saved whether somebody has saved rules for it
 */
public record ProcessRow(
        ProcessKey key, String organization, @Nullable String base, long links, boolean saved) {}
