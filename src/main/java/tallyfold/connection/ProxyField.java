package tallyfold.connection;

/** What a proxy consists of, for saying what is wrong with which, and what was changed. */
public enum ProxyField {
    MODE("mode"),
    HOST("host"),
    PORT("port"),
    USER("user"),
    PASSWORD("password"),
    DIRECT("hosts reached directly");

    private final String label;

    ProxyField(String label) {
        this.label = label;
    }

    /** The name in the audit log. */
    public String label() {
        return label;
    }
}
