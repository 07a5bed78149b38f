package tallyfold.provider;

/** A project's key in its source system; stays the same when the project is renamed. */
public record RemoteProjectId(String value) {}
