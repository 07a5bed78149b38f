package tallyfold.azuredevops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import simulator.azuredevops.SimGroup;
import simulator.azuredevops.SimTeam;
import simulator.azuredevops.SimUser;
import simulator.azuredevops.TokenSpec;
import tallyfold.provider.RemotePerson;

/** The people of a team, through its groups. */
class TeamMembersTest extends ElementCase {

    private SimTeam team;
    private SimUser ada;
    private SimUser bo;

    @BeforeEach
    void addATeam() {
        team = acme.addTeam(apollo.id(), "Crew");
        ada = acme.addUser("Ada Keller", "ada@acme.example");
        bo = acme.addUser("Bo Lindqvist", "bo@acme.example");
    }

    private List<RemotePerson> members() {
        return session.teamMembers(project, team.id().toString());
    }

    @Test
    void opensGroupsThroughEveryLevelAndNamesEachPersonOnce() {
        SimGroup outer = acme.addGroup(apollo, "Outer", "");
        SimGroup inner = acme.addGroup(apollo, "Inner", "");
        SimGroup innermost = acme.addGroup(null, "Innermost", "");
        outer.add(inner).add(ada);
        inner.add(innermost);
        innermost.add(outer).add(bo).add(ada);
        team.add(outer).add(ada);
        assertThat(members())
                .containsExactlyInAnyOrder(
                        new RemotePerson(ada.descriptor(), "Ada Keller", "ada@acme.example", true),
                        new RemotePerson(bo.descriptor(), "Bo Lindqvist", "bo@acme.example", true));
        assertThat(simulator.requests().count("memberships")).isEqualTo(3);
    }

    @Test
    void marksWhoIsDisabledOrRemoved() {
        SimGroup group = acme.addGroup(apollo, "Group", "");
        SimUser cy = acme.addUser("Cy Young", "cy@acme.example");
        team.add(group).add(ada).add(cy);
        group.add(bo);
        acme.disableUser(ada);
        acme.disableUser(bo);
        acme.removeUser(cy);
        assertThat(members()).hasSize(3).noneMatch(RemotePerson::active);
    }

    @Test
    void leavesOutWhoNobodyKnowsAndGroupsThatDoNotOpen() {
        SimGroup closed = acme.addGroup(apollo, "Closed", "");
        SimGroup open = acme.addGroup(apollo, "Open", "");
        closed.add(ada);
        open.add(bo);
        team.add(closed).add(open);
        simulator.faults().on(closed.descriptor()).answer(404, Map.of(), "{\"message\":\"TF14045: not found\"}");
        assertThat(members()).extracting(RemotePerson::key).containsExactly(bo.descriptor());
        simulator.faults().on("identities").answer(200, Map.of(), "{\"count\":1,\"value\":[null]}");
        assertThat(members()).isEmpty();
    }

    @Test
    void readsEveryPageAndAsksForManyAtOnce() {
        SimGroup group = acme.addGroup(apollo, "Group", "");
        for (int number = 0; number < 120; number++) {
            team.add(acme.addUser("Direct " + number, "direct" + number + "@acme.example"));
            group.add(acme.addUser("Grouped " + number, "grouped" + number + "@acme.example"));
        }
        team.add(group);
        simulator.requests().clear();
        assertThat(members()).hasSize(240).allMatch(RemotePerson::active);
        assertThat(simulator.requests().list())
                .hasSize(2 + 3 + 1 + 3)
                .allMatch(request -> request.target().length() < 8000);
    }

    @Test
    void namesThePermissionThatIsMissing() {
        team.add(acme.addGroup(apollo, "Group", "").add(ada));
        String token = acme.issueToken(TokenSpec.reading(acme.owner()).without("vso.graph"))
                .text();
        try (tallyfold.kernel.Secret secret = tallyfold.kernel.Secret.of(token);
                tallyfold.provider.ProviderSession half = SimulatedProvider.at(
                                simulator, new SimulatedProvider.MovableClock())
                        .open(
                                new tallyfold.provider.ConnectionSettings(
                                        "acme", tallyfold.provider.EndpointKind.SIMULATOR, null, "dana"),
                                secret)) {
            assertFailure(() -> half.teamMembers(project, team.id().toString())).isEqualTo("SCOPE_MISSING");
        }
    }
}
