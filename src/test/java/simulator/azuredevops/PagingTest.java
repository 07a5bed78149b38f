package simulator.azuredevops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import simulator.azuredevops.SimulatorClient.Answer;

class PagingTest extends SimulatorCase {

    @Test
    void listsProjectsByHundredsWithAContinuationToken() {
        for (int i = 0; i < 229; i++) {
            acme.addProject("Project " + i, SystemProcesses.BASIC);
        }
        List<Object> names = new ArrayList<>();
        String next = "";
        List<Integer> sizes = new ArrayList<>();
        do {
            Answer page = get("/_apis/projects?api-version=7.1" + next);
            names.addAll(page.each("value", "name"));
            sizes.add(page.list("value").size());
            next = page.has("x-ms-continuationtoken")
                    ? "&continuationToken=" + page.header("x-ms-continuationtoken")
                    : "";
        } while (!next.isEmpty());
        assertThat(sizes).containsExactly(100, 100, 30);
        assertThat(new HashSet<>(names)).hasSize(230);
        assertThat(get("/_apis/projects?$top=500&api-version=7.1").list("value"))
                .hasSize(230);
        assertThat(get("/_apis/projects?$top=1&api-version=7.1").header("x-ms-continuationtoken"))
                .isEqualTo("1");
    }

    @Test
    void cutsTeamsAndMembersAtHundredWithoutSayingSo() {
        for (int i = 0; i < 129; i++) {
            acme.addTeam(apollo.id(), "Team " + i);
            apollo.defaultTeam().add(acme.addUser("Member " + i, "member" + i + "@acme.example"));
        }
        String teams = "/_apis/projects/" + apollo.id() + "/teams";
        assertThat(get(teams + "?api-version=7.1").list("value")).hasSize(100);
        assertThat(get(teams + "?api-version=7.1&$skip=100").list("value")).hasSize(30);
        String members = teams + "/" + apollo.defaultTeam().id() + "/members";
        assertThat(get(members + "?api-version=7.1").list("value")).hasSize(100);
        assertThat(get(members + "?api-version=7.1&$top=200").list("value")).hasSize(129);
    }

    @Test
    void tellsMoreUsersByHeaderOnly() {
        for (int i = 0; i < 120; i++) {
            acme.addUser("Person " + i, "person" + i + "@acme.example");
        }
        HashSet<Object> seen = new HashSet<>();
        String next = "";
        int pages = 0;
        do {
            Answer page = client.get(SimulatorClient.ACCOUNTS + "/_apis/graph/users?api-version=7.1-preview.1" + next);
            seen.addAll(page.each("value", "descriptor"));
            pages++;
            next = page.has("X-MS-ContinuationToken")
                    ? "&continuationToken=" + Addresses.encode(page.header("X-MS-ContinuationToken"))
                    : "";
        } while (!next.isEmpty());
        assertThat(pages).isGreaterThan(1);
        assertThat(seen).hasSize(acme.users().size() + 1);
    }

    @Test
    void refusesTokensItDidNotGive() {
        assertThat(get("/_apis/projects?continuationToken=abc&api-version=7.1").status())
                .isEqualTo(400);
        assertThat(get("/_apis/wit/reporting/workitemrevisions?continuationToken=abc&api-version=7.1")
                        .status())
                .isEqualTo(400);
    }
}
