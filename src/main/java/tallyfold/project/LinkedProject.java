package tallyfold.project;

/** A link together with its project. */
public record LinkedProject(Project project, Link link) {}
