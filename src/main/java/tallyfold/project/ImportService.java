package tallyfold.project;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import tallyfold.connection.Connection;
import tallyfold.connection.ConnectionId;
import tallyfold.connection.ConnectionService;
import tallyfold.project.internal.ImportTransaction;
import tallyfold.project.internal.LinkRepository;
import tallyfold.project.internal.ProjectNames;
import tallyfold.project.internal.ProjectRepository;
import tallyfold.project.internal.RemoteProjectReader;
import tallyfold.provider.RemoteProject;
import tallyfold.provider.RemoteProjectId;
import tallyfold.security.CurrentUser;

/** Importing projects through a connection the signed-in user may use. */
@Service
@PreAuthorize("hasAnyRole('ADMINISTRATOR', 'PROJECT_MANAGER')")
public class ImportService {

    private final ConnectionService connections;
    private final RemoteProjectReader remote;
    private final ProjectRepository projects;
    private final LinkRepository links;
    private final ImportTransaction transaction;
    private final CurrentUser currentUser;

    ImportService(
            ConnectionService connections,
            RemoteProjectReader remote,
            ProjectRepository projects,
            LinkRepository links,
            ImportTransaction transaction,
            CurrentUser currentUser) {
        this.connections = connections;
        this.remote = remote;
        this.projects = projects;
        this.links = links;
        this.transaction = transaction;
        this.currentUser = currentUser;
    }

    /**
     * Every project of the connection's organization. Asks the network, page after page.
     *
     * @param readSoFar told after each page how many projects have been read; called on the caller's thread
     * @throws tallyfold.provider.ProviderException when the source system refuses or fails
     * @throws AccessDeniedException when the user may not use the connection
     */
    public List<ImportCandidate> candidates(ConnectionId id, IntConsumer readSoFar) {
        Connection connection = usable(id);
        List<RemoteProject> all = remote.all(id, readSoFar);
        Map<RemoteProjectId, ProjectId> linked = links.linkedOf(ImportTransaction.organizationKey(connection));
        Map<String, Project> byKey = new HashMap<>();
        projects.unlinked().forEach(project -> byKey.put(ProjectNames.key(project.name()), project));
        List<ImportCandidate> candidates = new ArrayList<>(all.size());
        for (RemoteProject one : all) {
            candidates.add(candidate(one, linked.get(one.id()), byKey));
        }
        return List.copyOf(candidates);
    }

    private ImportCandidate candidate(
            RemoteProject one, @Nullable ProjectId linkedTo, Map<String, Project> unlinkedByKey) {
        String name = ProjectNames.tidy(one.name());
        if (linkedTo != null) {
            Project match = projects.find(linkedTo).orElse(null);
            return new ImportCandidate(one, match == null ? name : match.name(), ImportStatus.ALREADY_LINKED, match);
        }
        Project match = unlinkedByKey.get(ProjectNames.key(name));
        return new ImportCandidate(one, name, match == null ? ImportStatus.NEW : ImportStatus.LINK, match);
    }

    /**
     * Learns the processes of some projects, which lists leave out. Asks the network.
     *
     * @param found told each process as it comes, on another thread; never for a project that is gone
     * @throws tallyfold.provider.ProviderException when the source system refuses or fails
     * @throws AccessDeniedException when the user may not use the connection
     */
    public void processes(
            ConnectionId id, Collection<RemoteProjectId> wanted, BiConsumer<RemoteProjectId, String> found) {
        usable(id);
        remote.processes(id, wanted, found);
    }

    /**
     * Makes the links of a batch, all or none, and has their first loads queued.
     *
     * @param portfolio where the projects are to lie that lie in none yet; null for none
     * @throws AccessDeniedException when the user may not use the connection
     */
    public ImportResult start(ConnectionId id, List<ImportChoice> choices, @Nullable PortfolioId portfolio) {
        Connection connection = usable(id);
        return transaction.run(
                connection, choices, portfolio, currentUser.require().name());
    }

    /** The projects an import may link to, by name. */
    public List<Project> linkTargets() {
        return projects.unlinked();
    }

    private Connection usable(ConnectionId id) {
        return connections.find(id).orElseThrow(() -> new AccessDeniedException("Not a connection of this user"));
    }
}
