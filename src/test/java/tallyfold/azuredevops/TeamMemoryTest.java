package tallyfold.azuredevops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simulator.azuredevops.SimProject;
import simulator.azuredevops.SystemProcesses;
import tallyfold.provider.RemoteProjectId;
import tallyfold.provider.RemoteStructure;

/** The teams of many projects come by one list, and are the same as when each project is asked. */
class TeamMemoryTest extends ElementCase {

    private static final String LIST = "/_apis/teams";

    private final List<SimProject> projects = new ArrayList<>();

    @BeforeEach
    void addProjects() {
        for (int i = 0; i < 20; i++) {
            SimProject project = acme.addProject("Project " + i, SystemProcesses.SCRUM);
            acme.addTeam(project.id(), "Crew of " + i);
            projects.add(project);
        }
        simulator.requests().clear();
    }

    private List<String> teams(SimProject project) {
        return session.structure(new RemoteProjectId(project.id().toString())).teams().stream()
                .map(RemoteStructure.Team::name)
                .toList();
    }

    private void readsAllRight() {
        assertThat(projects)
                .allSatisfy(project -> assertThat(teams(project))
                        .containsExactlyElementsOf(project.teams().stream()
                                .map(team -> team.name())
                                .toList()));
    }

    private long asked(String end) {
        return simulator.requests().list().stream()
                .filter(request -> request.path().endsWith(end))
                .count();
    }

    private long singly() {
        return asked("/teams") - asked(LIST);
    }

    @Test
    void readsTheTeamsOfManyProjectsByOneList() {
        readsAllRight();
        assertThat(asked(LIST)).isOne();
        assertThat(singly()).isEqualTo(TeamMemory.SINGLY);
    }

    @Test
    void asksTheProjectThatAsksASecondTime() {
        readsAllRight();
        SimProject last = projects.getLast();
        acme.addTeam(last.id(), "Late crew");
        assertThat(teams(last)).contains("Late crew");
    }

    @Test
    void readsListsOfSeveralPages() {
        for (int i = 0; i < 230; i++) {
            acme.addTeam(projects.get(7).id(), "Team " + i);
        }
        readsAllRight();
        assertThat(asked(LIST)).isEqualTo(3);
    }

    @Test
    void asksEachProjectWhereTheListIsTooLong() {
        for (int i = 0; i <= TeamMemory.MOST_PAGES * SkippedPages.PAGE; i++) {
            acme.addTeam(apollo.id(), "Team " + i);
        }
        readsAllRight();
        assertThat(asked(LIST)).isEqualTo(TeamMemory.MOST_PAGES);
        assertThat(singly()).isEqualTo(projects.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404})
    void asksEachProjectWhereTheListIsRefused(int status) {
        simulator
                .faults()
                .on(request -> request.path().endsWith(LIST))
                .answer(status, Map.of(), "{\"message\":\"no\"}");
        readsAllRight();
        assertThat(singly()).isEqualTo(projects.size());
    }

    @Test
    void asksTheProjectThatTheListDoesNotKnow() {
        simulator
                .faults()
                .on(request -> request.path().endsWith(LIST))
                .answer(200, Map.of(), "{\"count\":2,\"value\":[null,{\"id\":\"1\",\"name\":\"Of nobody\"}]}");
        readsAllRight();
    }
}
