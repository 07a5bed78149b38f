package tallyfold.azuredevops.http;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/** Finds the one {@link Patience} of an organization, whoever asks. */
public final class OrganizationPatience {

    private static final int REMEMBERED = 256;

    private final ConcurrentMap<String, Patience> byOrganization = new ConcurrentHashMap<>();
    private final Supplier<Patience> fresh;

    public OrganizationPatience(Supplier<Patience> fresh) {
        this.fresh = fresh;
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
