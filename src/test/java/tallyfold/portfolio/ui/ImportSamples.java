package tallyfold.portfolio.ui;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tallyfold.connection.Connection;
import tallyfold.connection.ConnectionId;
import tallyfold.connection.Health;
import tallyfold.project.ImportCandidate;
import tallyfold.project.ImportStatus;
import tallyfold.project.Link;
import tallyfold.project.LinkId;
import tallyfold.project.LinkedElement;
import tallyfold.project.Project;
import tallyfold.project.ProjectId;
import tallyfold.project.ScheduleSource;
import tallyfold.provider.Element;
import tallyfold.provider.EndpointKind;
import tallyfold.provider.ProviderId;
import tallyfold.provider.RemoteProject;
import tallyfold.provider.RemoteProjectId;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncRunId;
import tallyfold.sync.SyncRunStatus;
import tallyfold.sync.SyncTrigger;

/** Things the import tests are about. */
public final class ImportSamples {

    public static final ProviderId PROVIDER = new ProviderId("azure-devops");
    public static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private ImportSamples() {}

    public static ImportCandidate candidate(String name, ImportStatus status, @Nullable Project match) {
        return new ImportCandidate(
                new RemoteProject(new RemoteProjectId("r-" + name), name, "About " + name, null, NOW, null),
                name,
                status,
                match);
    }

    public static ImportCandidate fresh(String name) {
        return candidate(name, ImportStatus.NEW, null);
    }

    public static Project project(String name) {
        return new Project(new ProjectId(UUID.randomUUID()), name, "", null, null, ScheduleSource.OWN, NOW, 1);
    }

    public static Connection connection(String name) {
        return new Connection(
                new ConnectionId(UUID.randomUUID()),
                PROVIDER,
                name,
                name,
                EndpointKind.CLOUD,
                null,
                "anna@contoso.com",
                null,
                null,
                null,
                Health.HEALTHY,
                null,
                null,
                true,
                1);
    }

    public static Link link(ConnectionId connection, String remoteName) {
        return new Link(
                new LinkId(UUID.randomUUID()),
                new ProjectId(UUID.randomUUID()),
                connection,
                "contoso",
                new RemoteProjectId("r-" + remoteName),
                remoteName,
                null,
                null,
                List.of(new LinkedElement(Element.WHOLE_PROJECT, remoteName, null)),
                true,
                null,
                null,
                null);
    }

    public static SyncRun run(Link link, SyncRunStatus status, @Nullable Integer expected, int read) {
        return run(
                new SyncRunId(UUID.nameUUIDFromBytes(link.remoteName().getBytes(StandardCharsets.UTF_8))),
                link,
                status,
                expected,
                read,
                NOW);
    }

    public static SyncRun run(
            SyncRunId id, Link link, SyncRunStatus status, @Nullable Integer expected, int read, Instant requested) {
        boolean failed = status == SyncRunStatus.FAILED;
        boolean begun = status != SyncRunStatus.WAITING;
        boolean ended = begun && status != SyncRunStatus.RUNNING;
        return new SyncRun(
                id,
                link.id(),
                link.project(),
                link.connection(),
                SyncTrigger.FIRST,
                "anna",
                status,
                requested,
                begun ? requested : null,
                ended ? requested.plusSeconds(41) : null,
                expected,
                read,
                read,
                0,
                0,
                0,
                3,
                Duration.ZERO,
                failed ? "UNREACHABLE.TIMEOUT" : null,
                failed ? "dev.azure.com" : null,
                null);
    }
}
