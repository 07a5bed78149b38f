package tallyfold.connection;

/** What a person should know of a connection that works all the same. */
public enum ConnectionWarning {
    /** The token belongs to somebody else than the account entered. */
    OTHER_OWNER,
    /** There is another connection to the same organization. */
    SECOND_CONNECTION
}
