package tallyfold.project;

/** What became of a wish to create a project. */
public sealed interface CreateProjectResult {

    record Created(Project project) implements CreateProjectResult {}

    /** Nothing was made; {@code reason} is a sentence with what to do, to be shown at the field. */
    record Refused(Field field, String reason) implements CreateProjectResult {}

    /** The parts of a {@link ProjectDraft}. */
    enum Field {
        NAME,
        DESCRIPTION,
        START,
        FINISH,
        PORTFOLIO
    }
}
