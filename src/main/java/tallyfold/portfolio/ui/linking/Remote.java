package tallyfold.portfolio.ui.linking;

import tallyfold.connection.ConnectionId;
import tallyfold.project.Link;
import tallyfold.provider.RemoteProject;

/** A remote project with the connection it is asked through. */
record Remote(ConnectionId connection, RemoteProject project) {

    static Remote of(Link link) {
        return new Remote(
                link.connection(),
                new RemoteProject(
                        link.remoteProject(), link.remoteName(), "", link.process(), null, link.webAddress()));
    }
}
