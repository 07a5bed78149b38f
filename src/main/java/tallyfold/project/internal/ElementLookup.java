package tallyfold.project.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tallyfold.connection.ConnectionId;
import tallyfold.connection.ConnectionSessions;
import tallyfold.connection.FailureWords;
import tallyfold.project.LinkResult;
import tallyfold.project.LinkedElement;
import tallyfold.provider.Element;
import tallyfold.provider.ElementKind;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderFailure;
import tallyfold.provider.ProviderFailure.NotFound;
import tallyfold.provider.ProviderSession;
import tallyfold.provider.RemoteProjectId;
import tallyfold.uikit.Texts;

/** Looks chosen parts up in the source system, which may have changed since they were shown. */
@Component
class ElementLookup {

    /** What came of it. */
    sealed interface Looked {

        /** All are there; under the names they have today, in the order asked for. */
        record Found(String remoteName, List<LinkedElement> elements) implements Looked {}

        record Missing(LinkResult.Refused refused) implements Looked {}
    }

    private final ConnectionSessions sessions;

    ElementLookup(ConnectionSessions sessions) {
        this.sessions = sessions;
    }

    /** Asks the network. */
    Looked look(ConnectionId connection, RemoteProjectId remote, List<Element> elements) {
        try (ProviderSession session = sessions.open(connection)) {
            String project = ElementNames.storable(session.project(remote).name(), ProjectNames.MAX_LENGTH);
            List<LinkedElement> found = new ArrayList<>();
            Map<Element, String> missing = new LinkedHashMap<>();
            for (Element element : elements) {
                if (element.kind() == ElementKind.PROJECT) {
                    found.add(new LinkedElement(element, project, null));
                } else {
                    name(session, remote, element, missing)
                            .ifPresent(name -> found.add(new LinkedElement(element, name, null)));
                }
            }
            return missing.isEmpty()
                    ? new Looked.Found(project, found)
                    : new Looked.Missing(new LinkResult.Refused(Texts.of("project.link.elements"), missing));
        } catch (ProviderException e) {
            if (e.failure() instanceof NotFound(NotFound.What what) && what == NotFound.What.PROJECT) {
                return new Looked.Missing(new LinkResult.Refused(Texts.of("project.link.remote-gone")));
            }
            throw e;
        }
    }

    private static Optional<String> name(
            ProviderSession session, RemoteProjectId remote, Element element, Map<Element, String> missing) {
        try {
            return Optional.of(ElementNames.of(session.element(remote, element)));
        } catch (ProviderException e) {
            if (!e.failure().concernsOneElement()) {
                throw e;
            }
            missing.put(element, why(element, e.failure()));
            return Optional.empty();
        }
    }

    private static String why(Element element, ProviderFailure failure) {
        return failure instanceof NotFound
                ? Texts.of("project.link.gone." + element.kind())
                : FailureWords.of(failure).what();
    }
}
