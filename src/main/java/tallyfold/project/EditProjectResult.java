package tallyfold.project;

/** What became of a wish to change the settings of a project. */
public sealed interface EditProjectResult {

    record Edited(Project project) implements EditProjectResult {}

    /** Nothing was changed; {@code reason} is a sentence with what to do, to be shown at the field. */
    record Refused(Field field, String reason) implements EditProjectResult {}

    /** Somebody else changed the project meanwhile; nothing was changed. */
    record Outdated() implements EditProjectResult {}

    /** The project is not there any more. */
    record Gone() implements EditProjectResult {}

    /** The parts of a {@link ProjectEdit} that can be refused. */
    enum Field {
        NAME,
        DESCRIPTION,
        MANAGER,
        START,
        FINISH
    }
}
