package tallyfold.portfolio;

/**
 * A way of looking at the list of projects that somebody keeps under a name.
 *
 * @param name at most 128 characters; unique without regard to case among those of one user
 * @param address the part of the page's address behind the question mark, at most 4,000 characters
 * @param shared whether everybody sees it
 * @param own whether it is the reader's
 */
public record SavedView(SavedViewId id, String name, String address, boolean shared, boolean own) {}
