package tallyfold.administration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallyfold.provider.Allowances.Allowance;
import tallyfold.sync.EngineState;

/**
 * How the installation is.
 *
 * @param at when this was looked up
 * @param version of the product
 * @param java version and vendor
 * @param uptime of the process
 * @param engine null when the database does not answer
 */
public record SystemState(
        Instant at,
        String version,
        String java,
        Duration uptime,
        @Nullable Database database,
        Disk disk,
        @Nullable EngineState engine,
        List<Allowance> allowances,
        List<Check> checks) {

    /**
     * The database.
     *
     * @param product kind and version
     * @param bytes on disk; null when it is in memory only
     * @param schema number of the newest migration
     */
    public record Database(String product, @Nullable Long bytes, String schema) {}

    /**
     * The disk of the home folder.
     *
     * @param free bytes; null when it cannot be told
     * @param total bytes; null when it cannot be told
     */
    public record Disk(@Nullable Long free, @Nullable Long total) {

        private static final long LITTLE = 1L << 30;
        private static final int TENTH = 10;

        /** Whether less than 1 GB or less than a tenth is left. */
        public boolean isLow() {
            return free != null && (free < LITTLE || (total != null && free < total / TENTH));
        }
    }

    /**
     * Something that has to work.
     *
     * @param word what it is like, in one or two words
     * @param detail what is wrong and what to do; empty when nothing is
     * @param article of the help, where more is to be told than fits; with an anchor, below the root of the product
     */
    public record Check(
            String name,
            boolean good,
            String word,
            String detail,
            @Nullable String article) {

        /** One that says all there is to say. */
        public Check(String name, boolean good, String word, String detail) {
            this(name, good, word, detail, null);
        }
    }
}
