package tallyfold.connection.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tallyfold.provider.EndpointKind;
import tallyfold.provider.PauseLedger;
import tallyfold.provider.PauseLedger.Source;
import tallyfold.provider.ProviderId;
import tallyfold.support.Databases;
import tallyfold.support.MutableClock;

/** What one process learns of a pause, the next one and the one beside it know. */
@ParameterizedClass
@EnumSource(Databases.Kind.class)
class StoredPausesTest {

    private static final ProviderId PROVIDER = new ProviderId("azure-devops");
    private static final Source FABRIKAM = new Source(PROVIDER, "fabrikam", EndpointKind.CLOUD);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Databases database;
    private final MutableClock clock = new MutableClock();
    private final Instant start = clock.instant();
    private final PauseRepository rows;

    StoredPausesTest(Databases.Kind kind) {
        database = Databases.fresh(kind);
        rows = new PauseRepository(database.jdbc());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private PauseLedger process() {
        return PausesOnDatabase.of(database, clock);
    }

    private @Nullable Instant until(Source source) {
        return process().until(source, clock.instant().plus(LONGEST));
    }

    private void remember(Source source, Instant until) {
        process().remember(source, until);
        await(() -> rows.find(source).filter(stored -> !stored.isBefore(until)).isPresent());
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("stored in time").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    private long count() {
        return database.jdbc()
                .sql("SELECT COUNT(*) FROM organization_pause")
                .query((row, _) -> row.getLong(1))
                .single();
    }

    @Test
    void isKnownToTheNextProcessUntilItIsOver() {
        assertThat(until(FABRIKAM)).isNull();
        remember(FABRIKAM, start.plusSeconds(300));
        assertThat(until(FABRIKAM)).isEqualTo(start.plusSeconds(300));

        clock.advance(Duration.ofSeconds(299));
        assertThat(until(FABRIKAM)).isEqualTo(start.plusSeconds(300));
        clock.advance(Duration.ofSeconds(1));
        assertThat(until(FABRIKAM)).isNull();
        assertThat(count()).as("nothing is left of it").isZero();
    }

    @Test
    void concernsThatOrganizationAtThatPlaceOnly() {
        remember(FABRIKAM, start.plusSeconds(300));
        assertThat(until(new Source(PROVIDER, "contoso", EndpointKind.CLOUD))).isNull();
        assertThat(until(new Source(PROVIDER, "fabrikam", EndpointKind.SIMULATOR)))
                .isNull();
        assertThat(until(new Source(new ProviderId("other"), "fabrikam", EndpointKind.CLOUD)))
                .isNull();
    }

    @Test
    void isProlongedAndNeverShortened() {
        rows.extend(FABRIKAM, start.plusSeconds(60));
        rows.extend(FABRIKAM, start.plusSeconds(300));
        rows.extend(FABRIKAM, start.plusSeconds(10));
        assertThat(until(FABRIKAM)).isEqualTo(start.plusSeconds(300));
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void ofThoseWhoRememberAtTheSameTimeTheLatestCounts() throws InterruptedException {
        Thread[] nodes = new Thread[8];
        for (int i = 0; i < nodes.length; i++) {
            int seconds = 100 + i;
            nodes[i] = Thread.ofPlatform().start(() -> rows.extend(FABRIKAM, start.plusSeconds(seconds)));
        }
        for (Thread node : nodes) {
            node.join();
        }
        assertThat(until(FABRIKAM)).isEqualTo(start.plusSeconds(107));
    }

    @Test
    void isCutOnceWhenTheClockThatNotedItWasYearsAhead() {
        rows.extend(FABRIKAM, start.plus(3_650, ChronoUnit.DAYS));
        assertThat(until(FABRIKAM)).isEqualTo(start.plus(LONGEST));

        // Looking again and again does not push the end away.
        for (int minute = 0; minute < 15; minute++) {
            assertThat(until(FABRIKAM)).isEqualTo(start.plus(LONGEST));
            clock.advance(Duration.ofMinutes(1));
        }
        assertThat(until(FABRIKAM)).isNull();
    }

    @Test
    void takesOldOnesOfOthersAlong() {
        rows.extend(new Source(PROVIDER, "typed-once", EndpointKind.CLOUD), start.plusSeconds(20));
        clock.advance(Duration.ofMinutes(1));
        remember(FABRIKAM, start.plusSeconds(300));
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void isStoredThoughTheThreadThatWasToldIsInterrupted() {
        Thread.currentThread().interrupt();
        process().remember(FABRIKAM, start.plusSeconds(300));
        assertThat(Thread.interrupted()).isTrue();
        await(() -> count() == 1);
    }

    @Test
    void holdsNobodyUpWhenTheDatabaseIsGone() {
        PauseLedger ledger = process();
        database.jdbc().sql("DROP TABLE organization_pause").update();
        ledger.remember(FABRIKAM, start.plusSeconds(300));
        assertThat(ledger.until(FABRIKAM, start.plus(LONGEST))).isNull();
    }
}
