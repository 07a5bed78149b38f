package tallyfold.project;

/** What became of a wish to change how a project stands. */
public sealed interface ChangeStatusResult {

    record Changed(Project project) implements ChangeStatusResult {}

    /** Somebody else changed the project meanwhile; nothing was changed. */
    record Outdated() implements ChangeStatusResult {}

    /** The project is not there any more. */
    record Gone() implements ChangeStatusResult {}
}
