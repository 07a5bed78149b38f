package tallyfold.project;

/**
 * A project goes for good. Told inside the transaction, after {@link LinksErased} of its links and just before the project
 * itself is deleted: whoever keeps rows of a project deletes them now.
 */
public record ProjectErased(ProjectId project) {}
