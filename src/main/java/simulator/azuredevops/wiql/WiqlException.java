package simulator.azuredevops.wiql;

/** A query the service refuses; the message begins with its code. */
public final class WiqlException extends RuntimeException {
    public WiqlException(String message) {
        super(message);
    }
}
