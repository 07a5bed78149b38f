package tallyfold.azuredevops.http;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.Function;
import tallyfold.provider.Allowances;
import tallyfold.provider.PauseLedger;
import tallyfold.provider.PauseLedger.Source;

/** Finds the one {@link Patience} of an organization, whoever asks. */
public final class OrganizationPatience implements Allowances {

    private static final int REMEMBERED = 256;

    private final ConcurrentMap<Source, Patience> byOrganization = new ConcurrentHashMap<>();
    private final PauseLedger ledger;
    private final Function<Consumer<Instant>, Patience> fresh;

    /**
     * @param ledger where pauses outlive the process
     * @param fresh makes a patience; what it is given hears of each pause worth keeping
     */
    public OrganizationPatience(PauseLedger ledger, Function<Consumer<Instant>, Patience> fresh) {
        this.ledger = ledger;
        this.fresh = fresh;
    }

    @Override
    public List<Allowance> allowances() {
        return byOrganization.entrySet().stream()
                .map(each -> each.getValue().allowance(each.getKey().organization()))
                .sorted(Comparator.comparing(Allowance::organization))
                .toList();
    }

    /**
     * The patience towards an organization, for a session that is about to begin. Looks into the ledger each time: another node may
     * have been told to wait since the last one.
     */
    public Patience towards(Source source) {
        if (byOrganization.size() >= REMEMBERED) {
            // Names typed once into the form must not pile up.
            byOrganization.values().removeIf(Patience::isAtRest);
        }
        Patience patience =
                byOrganization.computeIfAbsent(source, key -> fresh.apply(until -> ledger.remember(key, until)));
        patience.recall(latest -> ledger.until(source, latest));
        return patience;
    }
}
