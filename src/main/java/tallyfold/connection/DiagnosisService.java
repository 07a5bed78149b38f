package tallyfold.connection;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import tallyfold.connection.internal.ConnectionRepository;
import tallyfold.connection.internal.ConnectionTrail;
import tallyfold.connection.internal.DiagnosisReport;
import tallyfold.provider.Diagnosed;
import tallyfold.provider.ProviderException;

/**
 * Asks a source system every question the product knows, once, and writes a report that can be handed to whoever helps: it tells how
 * answers are built and holds no token, no name, no title and no value.
 */
@Service
@PreAuthorize("hasRole('ADMINISTRATOR')")
public class DiagnosisService {

    private final ConnectionRepository connections;
    private final ConnectionSessions sessions;
    private final ConnectionTrail trail;
    private final ObjectProvider<BuildProperties> build;
    private final Clock clock;

    DiagnosisService(
            ConnectionRepository connections,
            ConnectionSessions sessions,
            ConnectionTrail trail,
            ObjectProvider<BuildProperties> build,
            Clock clock) {
        this.connections = connections;
        this.sessions = sessions;
        this.trail = trail;
        this.build = build;
        this.clock = clock;
    }

    /**
     * Blocks for as long as the organization takes to answer some three dozen questions; call it off the user-interface thread.
     *
     * @param listener hears of each question; one that throws ends the diagnosis
     * @return the report as plain text
     * @throws ProviderException when no token is stored or it cannot be opened, or the connection is gone
     */
    public String diagnose(ConnectionId id, Diagnosed.Listener listener) {
        List<Diagnosed> questions = new ArrayList<>();
        sessions.diagnose(id, question -> {
            questions.add(question);
            listener.onDiagnosed(question);
        });
        connections
                .find(id)
                .ifPresent(
                        connection -> trail.done("connection.diagnosed", connection, questions.size() + " questions"));
        BuildProperties known = build.getIfAvailable();
        String version = known == null ? "" : String.valueOf(known.getVersion());
        return new DiagnosisReport(version, clock.instant()).write(questions);
    }
}
