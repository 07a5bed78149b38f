package tallyfold.project.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import tallyfold.connection.ConnectionId;
import tallyfold.connection.ConnectionService;
import tallyfold.project.Link;
import tallyfold.project.LinkChange;
import tallyfold.project.LinkDraft;
import tallyfold.project.LinkId;
import tallyfold.project.LinkResult;
import tallyfold.provider.Element;
import tallyfold.provider.ProviderException;
import tallyfold.provider.RemoteProjectId;
import tallyfold.uikit.Texts;

/** Makes and changes links: first what the network says, outside of any transaction, then the transaction. */
@Component
public class Linking {

    private final ConnectionService connections;
    private final ProjectRepository projects;
    private final LinkRepository links;
    private final ElementLookup lookup;
    private final LinkTransaction making;
    private final LinkChangeTransaction changing;

    Linking(
            ConnectionService connections,
            ProjectRepository projects,
            LinkRepository links,
            ElementLookup lookup,
            LinkTransaction making,
            LinkChangeTransaction changing) {
        this.connections = connections;
        this.projects = projects;
        this.links = links;
        this.lookup = lookup;
        this.making = making;
        this.changing = changing;
    }

    public LinkResult link(LinkDraft draft, String user) {
        List<Element> elements = ElementSelection.tidy(draft.elements());
        if (elements.isEmpty()) {
            return refused("project.link.no-element");
        }
        if (projects.find(draft.project()).isEmpty()) {
            return refused("project.link.project-gone");
        }
        return lookedUp(draft.connection(), draft.remoteProject(), elements, found -> making.link(draft, found, user));
    }

    public LinkResult change(LinkId id, LinkChange change) {
        List<Element> elements = ElementSelection.tidy(change.elements());
        if (elements.isEmpty()) {
            return refused("project.link.no-element");
        }
        Optional<Link> link = links.find(id).filter(found -> found.detached() == null);
        if (link.isEmpty()) {
            return refused("project.link.link-gone");
        }
        List<Element> added = LinkChangeTransaction.newIn(link.get(), elements);
        if (added.isEmpty()) {
            return changing.change(id, elements, List.of(), change);
        }
        return lookedUp(
                link.get().connection(),
                link.get().remoteProject(),
                added,
                found -> changing.change(id, elements, found.elements(), change));
    }

    private LinkResult lookedUp(
            ConnectionId connection,
            RemoteProjectId remote,
            List<Element> elements,
            Function<ElementLookup.Looked.Found, LinkResult> goOn) {
        if (isGone(connection)) {
            return refused("project.link.connection-gone");
        }
        ElementLookup.Looked looked;
        try {
            looked = lookup.look(connection, remote, elements);
        } catch (ProviderException e) {
            if (isGone(connection)) {
                return refused("project.link.connection-gone");
            }
            throw e;
        }
        return switch (looked) {
            case ElementLookup.Looked.Found found -> goOn.apply(found);
            case ElementLookup.Looked.Missing missing -> missing.refused();
        };
    }

    private boolean isGone(ConnectionId connection) {
        return connections.find(connection).isEmpty();
    }

    private static LinkResult refused(String key) {
        return new LinkResult.Refused(Texts.of(key));
    }
}
