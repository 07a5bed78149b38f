package tallyfold.network;

import java.net.http.HttpClient;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The client for what begins now: built anew once the way has changed. What goes on with an older one keeps that to its end. */
public final class CurrentClient implements Supplier<HttpClient> {

    private final CurrentWay ways;
    private final Function<Way, HttpClient> build;
    private @Nullable Built built;

    private record Built(Way way, HttpClient client) {}

    /** @param build makes a client for a way, for example with its own patience */
    public CurrentClient(CurrentWay ways, Function<Way, HttpClient> build) {
        this.ways = ways;
        this.build = build;
    }

    @Override
    public synchronized HttpClient get() {
        Way way = ways.get();
        Built known = built;
        if (known == null || known.way() != way) {
            known = new Built(way, build.apply(way));
            built = known;
        }
        return known.client();
    }

    /** A client for one path, kept by nobody. */
    public HttpClient of(NetworkPath path) {
        return build.apply(ways.of(path));
    }
}
