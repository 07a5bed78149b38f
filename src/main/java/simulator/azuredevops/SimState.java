package simulator.azuredevops;

/**
 * A state of a work item type.
 *
 * @param color six hexadecimal digits without a hash
 */
public record SimState(String name, String color, Category category) {

    /** State categories in the service's spelling. */
    public enum Category {
        PROPOSED("Proposed"),
        IN_PROGRESS("InProgress"),
        RESOLVED("Resolved"),
        COMPLETED("Completed"),
        REMOVED("Removed");

        private final String word;

        Category(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
