package tallyfold.azuredevops.http;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import tallyfold.provider.Allowances;

/** Finds the one {@link Patience} of an organization, whoever asks. */
public final class OrganizationPatience implements Allowances {

    private static final int REMEMBERED = 256;

    private final ConcurrentMap<String, Patience> byOrganization = new ConcurrentHashMap<>();
    private final Supplier<Patience> fresh;

    public OrganizationPatience(Supplier<Patience> fresh) {
        this.fresh = fresh;
    }

    /** By the last part of the address, which is the organization's name. */
    @Override
    public List<Allowance> allowances() {
        return byOrganization.entrySet().stream()
                .map(each -> each.getValue()
                        .allowance(each.getKey().substring(each.getKey().lastIndexOf('/') + 1)))
                .sorted(Comparator.comparing(Allowance::organization))
                .toList();
    }

    /** The patience towards the organization served at that address. */
    public Patience towards(String address) {
        if (byOrganization.size() >= REMEMBERED) {
            // Names typed once into the form must not pile up.
            byOrganization.values().removeIf(Patience::isAtRest);
        }
        return byOrganization.computeIfAbsent(address, _ -> fresh.get());
    }
}
