package tallyfold.notification.wire;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where a webhook may lead: over HTTPS to any server but those that hand out credentials to whoever asks, over plain HTTP to
 * this machine only. Where a proxy makes the connection, it is the proxy that asks for the name, perhaps with another answer: what
 * is known here to be forbidden stays so, and for the rest the rules of the proxy have to do.
 */
public final class WebhookAddress {

    private static final int LONGEST = 1024;

    /** Where clouds answer for the machine itself, beside the link-local addresses. */
    private static final Set<String> METADATA = Set.of("100.100.100.200", "168.63.129.16", "fd00:ec2:0:0:0:0:0:254");

    private static final Set<String> METADATA_NAMES = Set.of("metadata.google.internal", "metadata");

    private final URI uri;

    private WebhookAddress(URI uri) {
        this.uri = uri;
    }

    /** Reads what was typed; empty when it is no web address with a host and without a user or a fragment. */
    public static Optional<WebhookAddress> parse(String typed) {
        try {
            URI uri = new URI(typed.strip());
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return web
                            && uri.getHost() != null
                            && uri.getRawUserInfo() == null
                            && uri.getRawFragment() == null
                            && typed.length() <= LONGEST
                    ? Optional.of(new WebhookAddress(uri))
                    : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    public URI uri() {
        return uri;
    }

    /** Whether it is unencrypted. */
    public boolean plain() {
        return "http".equalsIgnoreCase(uri.getScheme());
    }

    /** What may be shown of it: services put secrets in the path and the query. */
    public String shown() {
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    /**
     * Whether something may be sent there now. Asks the name service, so call it off the user-interface thread, and anew
     * before each sending: a name may lead elsewhere tomorrow.
     *
     * @param throughProxy whether a proxy makes the connection, for which a name need not be known here
     * @throws UnknownHostException when nobody knows the name
     */
    public boolean allowed(boolean throughProxy) throws UnknownHostException {
        String host = uri.getHost().toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        if (METADATA_NAMES.contains(host)) {
            return false;
        }
        InetAddress[] all;
        try {
            all = InetAddress.getAllByName(host);
        } catch (UnknownHostException unknown) {
            if (throughProxy && !plain()) {
                return true;
            }
            throw unknown;
        }
        return Arrays.stream(all).noneMatch(WebhookAddress::forbidden)
                && (!plain() || Arrays.stream(all).allMatch(InetAddress::isLoopbackAddress));
    }

    private static boolean forbidden(InetAddress address) {
        return address.isLinkLocalAddress()
                || address.isAnyLocalAddress()
                || address.isMulticastAddress()
                || METADATA.contains(address.getHostAddress())
                || (address instanceof Inet6Address v6 && embedded(v6));
    }

    /** A link-local IPv4 address in the clothes of NAT64 or of an IPv4-compatible one. */
    private static boolean embedded(Inet6Address address) {
        byte[] bytes = address.getAddress();
        boolean nat64 = bytes[0] == 0 && bytes[1] == 0x64 && (bytes[2] & 0xff) == 0xff && (bytes[3] & 0xff) == 0x9b;
        return (nat64 || address.isIPv4CompatibleAddress()) && (bytes[12] & 0xff) == 169 && (bytes[13] & 0xff) == 254;
    }
}
