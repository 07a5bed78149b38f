package tallyfold.project;

/** What became of a wish to say how a project stands. */
public sealed interface UpdateStatusesResult {

    record Updated(Project project) implements UpdateStatusesResult {}

    /** Nothing was changed; {@code reason} is a sentence with what to do, to be shown at the area. */
    record Refused(StatusArea area, String reason) implements UpdateStatusesResult {}

    /** Somebody else changed the project meanwhile; nothing was changed. */
    record Outdated() implements UpdateStatusesResult {}

    /** The project is not there any more. */
    record Gone() implements UpdateStatusesResult {}
}
