package tallyfold.project;

/** What became of a wish to rename a project. */
public sealed interface RenameResult {

    record Renamed(Project project) implements RenameResult {}

    /** Nothing was changed; {@code reason} is a sentence with what to do. */
    record Refused(String reason) implements RenameResult {}
}
