package tallyfold.connection;

/** How a connection fares, in the words of the Connections page. */
public enum Health {
    HEALTHY("Healthy"),
    EXPIRES_SOON("Expires soon"),
    EXPIRED("Expired"),
    TOKEN_REFUSED("Token refused"),
    PERMISSION_MISSING("Permission missing"),
    UNREACHABLE("Unreachable"),
    THROTTLED("Throttled"),
    TOKEN_NEEDED("Token needed");

    private final String label;

    Health(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether syncing through the connection makes sense now. */
    public boolean usable() {
        return this == HEALTHY || this == EXPIRES_SOON || this == THROTTLED || this == UNREACHABLE;
    }
}
