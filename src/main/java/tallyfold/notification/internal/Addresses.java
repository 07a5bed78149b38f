package tallyfold.notification.internal;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** What counts as an address, of a mailbox and of this installation. */
public final class Addresses {

    private static final int LONGEST = 320;
    private static final int LONGEST_LINK = 1024;
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9.-]{0,253}[A-Za-z0-9])?");

    private Addresses() {}

    /** Whether it is one bare address of a mailbox, without a name before it. */
    public static boolean usable(String email) {
        if (email.length() > LONGEST || email.chars().anyMatch(letter -> letter <= ' ' || letter == 0x7f)) {
            return false;
        }
        try {
            InternetAddress address = new InternetAddress(email, true);
            address.validate();
            return email.equals(address.getAddress()) && email.contains("@");
        } catch (AddressException _) {
            return false;
        }
    }

    /** Whether it can be the name or the number of a server. */
    public static boolean host(String host) {
        return HOST.matcher(host).matches();
    }

    /** An address of this installation without the slash at its end; empty when it cannot be one. */
    public static Optional<String> installation(String typed) {
        try {
            URI uri = new URI(typed.strip());
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            boolean plain = uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
            return web && plain && typed.strip().length() <= LONGEST_LINK
                    ? Optional.of(typed.strip().replaceFirst("/+$", ""))
                    : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
