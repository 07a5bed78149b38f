package tallyfold.provider;

/** Where an organization is served. A token sealed for one kind never opens for the other. */
public enum EndpointKind {
    CLOUD,
    SIMULATOR
}
