package tallyfold.project;

/** Somebody says that a project stands otherwise than before; told inside the transaction. */
public record ProjectStatusChanged(ProjectId project, ProjectStatus status) {}
