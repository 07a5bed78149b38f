package tallyfold.connection.internal;

import java.time.Clock;
import tallyfold.provider.PauseLedger;
import tallyfold.support.Databases;

/** The ledger of the product on the database of a test. */
public final class PausesOnDatabase {

    private PausesOnDatabase() {}

    public static PauseLedger of(Databases database, Clock clock) {
        return new StoredPauses(
                new PauseRepository(database.jdbc()), new ConnectionRepository(database.jdbc(), clock), clock);
    }
}
