package tallyfold.provider;

/** The kinds of parts of a remote project that can be chosen, from the widest to the narrowest. */
public enum ElementKind {
    /** All of it. */
    PROJECT,
    /** What a team works on: the areas and iterations it has chosen. */
    TEAM,
    AREA,
    ITERATION,
    /** One work item with everything below it, through every level. */
    WORK_ITEM,
    /** What a shared query finds. */
    QUERY
}
