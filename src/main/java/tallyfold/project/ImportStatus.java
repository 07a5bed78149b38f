package tallyfold.project;

/** What an import would do with a remote project. */
public enum ImportStatus {
    NEW("New"),
    LINK("Link"),
    ALREADY_LINKED("Already linked");

    private final String label;

    ImportStatus(String label) {
        this.label = label;
    }

    /** The word people read. */
    public String label() {
        return label;
    }
}
