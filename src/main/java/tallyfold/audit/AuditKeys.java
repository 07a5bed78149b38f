package tallyfold.audit;

import java.util.NavigableMap;
import java.util.TreeMap;

/** The keys that chain the audit log. Whoever keeps the master key offers them. */
@FunctionalInterface
public interface AuditKeys {

    /**
     * The key for the next event, asked for while the end of the chain is held. A copy each time.
     *
     * @throws RuntimeException when this process no longer has the key that the log goes on with
     */
    byte[] forWriting();

    /** Every key the log was ever written with, by the number of the first event it chains; the first number is 1. */
    default NavigableMap<Long, byte[]> forReading() {
        NavigableMap<Long, byte[]> keys = new TreeMap<>();
        keys.put(1L, forWriting());
        return keys;
    }
}
