package tallyfold.security.internal;

/** What the set-up form yields. Prints neither the code nor the password. */
public record SetupDraft(String code, String name, String displayName, String password) {

    @Override
    public String toString() {
        return "SetupDraft[name=" + name + "]";
    }
}
