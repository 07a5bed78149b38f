package tallyfold.network;

/** What administrators chose about the network. Whoever keeps it offers a bean of this; {@link CurrentWay} asks it. */
public interface NetworkSettings {

    /** Grows with every change, so that what was built for an older one is known to be old. Cheap to ask. */
    long version();

    /** The choice as it is now; the caller closes the password in it. */
    NetworkPath path();
}
