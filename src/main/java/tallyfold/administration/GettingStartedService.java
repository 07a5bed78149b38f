package tallyfold.administration;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import tallyfold.connection.ConnectionService;
import tallyfold.project.ProjectService;
import tallyfold.security.Role;
import tallyfold.security.UserService;
import tallyfold.sync.SyncScheduleService;

/** How far a new installation has come. */
@Service
@PreAuthorize("hasRole('" + Role.ADMINISTRATOR_ROLE + "')")
public class GettingStartedService {

    private final ConnectionService connections;
    private final ProjectService projects;
    private final SyncScheduleService schedules;
    private final UserService users;

    GettingStartedService(
            ConnectionService connections, ProjectService projects, SyncScheduleService schedules, UserService users) {
        this.connections = connections;
        this.projects = projects;
        this.schedules = schedules;
        this.users = users;
    }

    /** Which of the four steps are done, looked up anew at each call. */
    public Steps steps() {
        return new Steps(!connections.usable().isEmpty(), projects.count() > 0, schedules.chosen(), users.count() > 1);
    }

    /** The four steps in their order. */
    public record Steps(boolean connected, boolean imported, boolean scheduled, boolean invited) {

        public int done() {
            return (connected ? 1 : 0) + (imported ? 1 : 0) + (scheduled ? 1 : 0) + (invited ? 1 : 0);
        }

        public int all() {
            return 4;
        }

        public boolean complete() {
            return done() == all();
        }
    }
}
