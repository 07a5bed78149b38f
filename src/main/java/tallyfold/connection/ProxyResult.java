package tallyfold.connection;

import java.util.Map;
import tallyfold.provider.NetworkProbe;
import tallyfold.provider.ProviderFailure;

/** What became of saving or trying a proxy. */
public sealed interface ProxyResult {

    /**
     * Stored; counts for the next session.
     *
     * @param passwordDropped whether a stored password went because it had been entered for another host, port or user
     */
    record Saved(boolean passwordDropped) implements ProxyResult {}

    /** Nothing was stored or tried: sentences by field. */
    record Refused(Map<ProxyField, String> fields) implements ProxyResult {}

    /** The source system was reached. */
    record Reached(NetworkProbe.Answered answer) implements ProxyResult {}

    /** The source system was not reached. */
    record NotReached(ProviderFailure failure) implements ProxyResult {}
}
