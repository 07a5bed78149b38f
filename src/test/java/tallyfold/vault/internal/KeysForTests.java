package tallyfold.vault.internal;

/** Master keys for tests outside of this package. */
public final class KeysForTests {

    private KeysForTests() {}

    public static MasterKey random() {
        return MasterKey.random("a test");
    }
}
