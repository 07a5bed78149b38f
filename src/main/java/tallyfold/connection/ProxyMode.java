package tallyfold.connection;

/** Whether a proxy stands between this installation and the internet. */
public enum ProxyMode {
    CONFIGURED("As the configuration says"),
    DIRECT("No proxy"),
    PROXY("Through this proxy");

    private final String label;

    ProxyMode(String label) {
        this.label = label;
    }

    /** The words people read. */
    public String label() {
        return label;
    }
}
