package tallyfold.connection.internal;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tallyfold.provider.Provider;
import tallyfold.provider.ProviderId;

/** Finds the adapter for a kind of source system. */
@Component
public class Providers {

    private final ObjectProvider<Provider> beans;

    Providers(ObjectProvider<Provider> beans) {
        this.beans = beans;
    }

    /**
     * The adapter.
     *
     * @throws IllegalStateException when this installation has none of that kind
     */
    public Provider require(ProviderId id) {
        Map<ProviderId, Provider> byId = beans.stream().collect(Collectors.toMap(Provider::id, Function.identity()));
        Provider provider = byId.get(id);
        if (provider == null) {
            throw new IllegalStateException("There is no adapter for " + id.value());
        }
        return provider;
    }
}
