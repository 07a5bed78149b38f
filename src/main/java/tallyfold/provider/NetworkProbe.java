package tallyfold.provider;

import java.time.Duration;
import tallyfold.network.NetworkPath;

/** Tries a way to a source system without any token. Talks to the network. */
public interface NetworkProbe {

    /**
     * The source system answered, whatever it said.
     *
     * @param address what was asked, for people
     * @param throughProxy whether a proxy stood in between
     * @param took until the answer
     */
    record Answered(String address, boolean throughProxy, Duration took) {}

    /**
     * Asks once, and not again.
     *
     * @throws ProviderException when nothing came back
     */
    Answered ask(NetworkPath path);
}
