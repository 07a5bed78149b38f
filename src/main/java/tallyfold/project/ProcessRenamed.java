package tallyfold.project;

/**
 * A process of an organization is called something else now. Told inside the transaction that gives its links the new name: whoever
 * keeps something by the name of the process changes that now.
 *
 * @param organization the organization's own key, the same for all connections to it
 */
public record ProcessRenamed(String organization, String before, String after) {}
