package simulator.azuredevops;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/** A person in an organization. */
public final class SimUser {

    private final UUID id;
    private final UUID originId;
    private final String displayName;
    private final String mail;
    private volatile boolean disabled;
    private volatile boolean removed;

    SimUser(UUID id, UUID originId, String displayName, String mail) {
        this.id = id;
        this.originId = originId;
        this.displayName = displayName;
        this.mail = mail;
    }

    /** The identity id, also called storage key. */
    public UUID id() {
        return id;
    }

    /** The object id in the directory the person comes from. */
    public UUID originId() {
        return originId;
    }

    public String displayName() {
        return displayName;
    }

    /** The sign-in name. */
    public String mail() {
        return mail;
    }

    /** The subject descriptor, for example {@code aad.…}. */
    public String descriptor() {
        return Descriptors.aad(id);
    }

    /** No longer able to sign in, still named in old items. */
    public boolean disabled() {
        return disabled;
    }

    boolean member() {
        return !disabled && !removed;
    }

    void disable() {
        disabled = true;
    }

    void remove() {
        removed = true;
    }

    /** Name and mail as the reporting endpoints write identities. */
    String combinedName() {
        return displayName + " <" + mail + ">";
    }

    @Override
    public String toString() {
        return combinedName();
    }

    /** The encodings of subject descriptors. */
    static final class Descriptors {
        private Descriptors() {}

        static String aad(UUID id) {
            return "aad." + encode(id.toString());
        }

        static String scope(UUID id) {
            return "scp." + encode(id.toString());
        }

        static String group(String sid) {
            return "vssgp." + encode(sid);
        }

        private static String encode(String text) {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
