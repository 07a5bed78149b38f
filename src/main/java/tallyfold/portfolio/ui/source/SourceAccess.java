package tallyfold.portfolio.ui.source;

import java.util.List;
import java.util.concurrent.ExecutorService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import tallyfold.connection.ConnectionService;
import tallyfold.connection.ui.CreateConnectionDialog;
import tallyfold.connection.ui.DemoTokenOffer;
import tallyfold.provider.Provider;

/** Gives windows their way to source systems. */
@Component
public class SourceAccess {

    private final ConnectionService connections;
    private final List<Provider> providers;
    private final ExecutorService background;
    private final ObjectProvider<DemoTokenOffer> demo;

    SourceAccess(
            ConnectionService connections,
            List<Provider> providers,
            @Qualifier("backgroundExecutor") ExecutorService background,
            ObjectProvider<DemoTokenOffer> demo) {
        this.connections = connections;
        this.providers = providers;
        this.background = background;
        this.demo = demo;
    }

    /** For a window that the signed-in user opens. */
    public Sources forWindow() {
        return new Sources(
                connections,
                providers,
                connections.mayAdminister(),
                (provider, made) -> new CreateConnectionDialog(
                                connections, provider, background, demo.getIfAvailable(), made)
                        .open());
    }

    /** Runs long calls in the name of the signed-in user. */
    public ExecutorService background() {
        return background;
    }
}
