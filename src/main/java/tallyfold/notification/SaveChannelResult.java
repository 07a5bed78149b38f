package tallyfold.notification;

/** What became of the settings of a channel. */
public sealed interface SaveChannelResult {

    record Saved() implements SaveChannelResult {}

    /** Nothing was stored. */
    record Refused(Field field, String reason) implements SaveChannelResult {}

    /** What can be wrong. */
    enum Field {
        HOST,
        PORT,
        USER_NAME,
        SECRET,
        SENDER,
        PROXY,
        ADDRESS,
        INSTALLATION
    }
}
