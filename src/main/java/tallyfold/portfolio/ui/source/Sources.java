package tallyfold.portfolio.ui.source;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tallyfold.connection.Connection;
import tallyfold.connection.ConnectionService;
import tallyfold.provider.Provider;

/**
 * The ways to source systems that the signed-in user has.
 *
 * @param mayConnect whether the user may add connections
 * @param addConnection opens the window "Create connection" and hands on what it made
 */
public record Sources(
        ConnectionService connections,
        List<Provider> providers,
        boolean mayConnect,
        BiConsumer<Provider, Consumer<Connection>> addConnection) {

    public Sources {
        providers = List.copyOf(providers);
    }
}
