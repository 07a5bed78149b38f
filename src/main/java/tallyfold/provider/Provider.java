package tallyfold.provider;

import java.net.URI;
import tallyfold.kernel.Secret;

/** A kind of source system. One bean for each; nobody but Spring knows the classes behind it. */
public interface Provider {

    ProviderId id();

    ProviderDescriptor descriptor();

    /** Reads the organization's name out of an address; never asks the network. */
    Verdict readAddress(String typed);

    /** Tidies an account name, or refuses it. */
    Verdict readAccount(String typed);

    /**
     * Tidies a pasted token, or refuses what cannot be one. The verdict's value is the token itself: it goes into a
     * {@link Secret} at once.
     */
    Verdict readToken(CharSequence typed);

    /** Where this installation reaches the organization; decided by configuration alone. */
    EndpointKind endpointOf(String organization);

    /** The address of the organization as people know it. */
    URI siteAddress(String organization);

    /** The page on which the organization's users make their tokens. */
    URI tokenPage(String organization);

    /** Opens a session; asks nothing of the network yet. The session keeps its own copy of the token. */
    ProviderSession open(ConnectionSettings settings, Secret token);

    /**
     * Asks every question the product knows once and tells the shape of each answer. Goes on after a failed question, except when
     * the token itself is refused.
     */
    void diagnose(ConnectionSettings settings, Secret token, Diagnosed.Listener listener);
}
