package tallyfold.project;

import tallyfold.connection.ConnectionId;

/** A link was made, by import or by hand; told after the commit. */
public record ProjectLinked(LinkId link, ProjectId project, ConnectionId connection) {}
