package tallyfold.progress;

/**
 * A process of an organization.
 *
 * @param organization the organization's own key, the same for all connections to it
 * @param process name of the process as last seen
 */
public record ProcessKey(String organization, String process) {}
