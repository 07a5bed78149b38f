package tallyfold.azuredevops;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import simulator.azuredevops.AzureDevOpsSimulator;
import tallyfold.azuredevops.http.ExchangeSettings;
import tallyfold.azuredevops.http.OrganizationPatience;
import tallyfold.azuredevops.http.Patience;
import tallyfold.azuredevops.http.Traffic;
import tallyfold.network.HttpClients;
import tallyfold.network.ProxySettings;
import tallyfold.network.TrustedAuthorities;
import tallyfold.provider.PauseLedger;
import tallyfold.provider.Provider;
import tallyfold.support.MutableClock;

/** The real provider, told to find every organization at a simulator, with short limits and no real waiting. */
public final class SimulatedProvider {

    static final ExchangeSettings QUICK =
            new ExchangeSettings(Duration.ofSeconds(2), Duration.ofMillis(1500), 4L * 1024 * 1024, 4, 150);

    private static final HttpClient CLIENT =
            HttpClients.create(QUICK.connectTimeout(), TrustedAuthorities.ofTheJdk(), ProxySettings.none());

    private SimulatedProvider() {}

    /** The adapter as installed, but for the address it talks to. */
    public static Provider at(AzureDevOpsSimulator simulator) {
        return at(simulator.uri().toString(), new MovableClock(), ExchangeSettings.standard());
    }

    /** With short limits, and the given patience. */
    public static Provider at(AzureDevOpsSimulator simulator, MutableClock clock, OrganizationPatience patience) {
        return new AzureDevOpsProvider(
                Endpoints.with(simulator.uri().toString(), List.of("*")),
                () -> CLIENT,
                QUICK,
                patience,
                Traffic.uncounted(),
                clock,
                "Tallyfold/test");
    }

    /** With short limits, and waits that move the given clock instead of passing. */
    public static Provider at(AzureDevOpsSimulator simulator, MutableClock clock) {
        return at(simulator, clock, patience(clock));
    }

    /** Whose waits move the given clock instead of passing. */
    public static OrganizationPatience patience(MutableClock clock) {
        return patience(clock, PauseLedger.NONE);
    }

    /** The same, and pauses are kept in the ledger. */
    public static OrganizationPatience patience(MutableClock clock, PauseLedger ledger) {
        return new OrganizationPatience(ledger, keeper -> new Patience(4, clock, () -> 0.5, clock::advance, keeper));
    }

    static Provider at(AzureDevOpsSimulator simulator, MovableClock clock) {
        return at(simulator.uri().toString(), clock);
    }

    static Provider at(String url, MovableClock clock) {
        return at(url, clock, QUICK);
    }

    static Provider at(String url, MovableClock clock, ExchangeSettings settings) {
        return at(url, clock, settings, CLIENT);
    }

    static Provider at(String url, MovableClock clock, ExchangeSettings settings, HttpClient client) {
        return new AzureDevOpsProvider(
                Endpoints.with(url, List.of("*")),
                () -> client,
                settings,
                new OrganizationPatience(
                        PauseLedger.NONE, keeper -> new Patience(4, clock, () -> 0.5, clock::pause, keeper)),
                Traffic.uncounted(),
                clock,
                "Tallyfold/test");
    }

    /** A clock that a pause moves on. */
    static final class MovableClock extends Clock {

        private java.time.Instant now = java.time.Instant.parse("2026-03-02T08:00:00Z");
        private Duration paused = Duration.ZERO;

        @Override
        public synchronized java.time.Instant instant() {
            return now;
        }

        synchronized void pause(Duration length) {
            now = now.plus(length);
            paused = paused.plus(length);
        }

        synchronized Duration paused() {
            return paused;
        }

        @Override
        public java.time.ZoneId getZone() {
            return java.time.ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
