package simulator.azuredevops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import simulator.azuredevops.SimulatorClient.Answer;

class FaultsTest extends SimulatorCase {

    private static final String PROJECTS = "/_apis/projects?api-version=7.1";

    @Test
    void happenAsOftenAsAskedAndWhereAsked() {
        FaultRule rule = simulator.faults().on("projects").times(2).answer(503);
        assertThat(get(PROJECTS).status()).isEqualTo(503);
        assertThat(get("/_apis/process/processes?api-version=7.1").status()).isEqualTo(200);
        assertThat(get(PROJECTS).status()).isEqualTo(503);
        assertThat(get(PROJECTS).status()).isEqualTo(200);
        assertThat(rule.applied()).isEqualTo(2);
    }

    @Test
    void happenEveryNthTime() {
        simulator.faults().on("projects").every(3).throttled("7");
        assertThat(List.of(get(PROJECTS).status(), get(PROJECTS).status())).containsOnly(200);
        Answer third = get(PROJECTS);
        assertThat(third.status()).isEqualTo(429);
        assertThat(third.header("Retry-After")).isEqualTo("7");
        assertThat(third.body()).contains("TF400733");
    }

    @Test
    void breakConnectionsInEveryWay() {
        // without limit: the JDK's client asks again by itself when a connection ends before the answer
        simulator.faults().onAny().reset();
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> get(PROJECTS));
        simulator.faults().clear();
        simulator.faults().onAny().times(1).resetAfter(20);
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> get(PROJECTS));
        simulator.faults().onAny().times(1).cutBodyAfter(30);
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> get(PROJECTS));
        assertThat(get(PROJECTS).status()).isEqualTo(200);
    }

    @Test
    void cutBodiesThatHttpTakesForComplete() {
        simulator.faults().onAny().times(1).cutBodySilentlyAfter(30);
        Answer answer = get(PROJECTS);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).hasSize(30);
    }

    @Test
    void keepSilentOrDribble() {
        simulator.faults().onAny().times(1).silence();
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> client.send(
                        client.request(SimulatorClient.CORE + PROJECTS).timeout(Duration.ofMillis(200))));
        simulator.faults().onAny().times(1).dribble(Duration.ofMillis(1));
        assertThat(get(PROJECTS).list("value")).hasSize(1);
    }

    @Test
    void spoilBodies() {
        simulator.faults().onAny().times(1).bom();
        assertThat(get(PROJECTS).body()).startsWith("\uFEFF{");
        simulator.faults().onAny().times(1).deepJson(100_000);
        assertThat(get(PROJECTS).body()).hasSizeGreaterThan(200_000);
        simulator.faults().onAny().times(1).unknownFields();
        assertThat(get(PROJECTS).at("unheardOf/deep")).isNotNull();
        simulator.faults().onAny().times(1).malformed("[]");
        assertThat(get(PROJECTS).body()).isEqualTo("[]");
        simulator.faults().onAny().times(1).html203();
        Answer page = get(PROJECTS);
        assertThat(page.status()).isEqualTo(203);
        assertThat(page.body()).contains("Azure DevOps Services | Sign In").hasSizeGreaterThan(15_000);
    }

    @Test
    void spoilTitlesWithBytesThatAreNoText() {
        item("Task", "good");
        simulator.faults().onAny().times(1).invalidUtf8();
        assertThat(get("/_apis/wit/workitems/1?api-version=7.1").at("fields/System.Title"))
                .isEqualTo("\uFFFDgood");
    }

    @Test
    void tellLies() {
        UUID other = new UUID(1, 2);
        simulator.faults().on("connectionData").wrongOrganization(other);
        assertThat(get("/_apis/connectionData").at("instanceId")).isEqualTo(other.toString());
        simulator.faults().on("projects").times(1).retryAfterOn200(2);
        assertThat(get(PROJECTS).header("Retry-After")).isEqualTo("2");
        item("Task", "t");
        simulator.faults().on("workitems").replace("\"rev\":\\d+", "\"rev\":0");
        assertThat(get("/_apis/wit/workitems/1?api-version=7.1").at("rev")).isEqualTo(0L);
        simulator.faults().clear();
        assertThat(get("/_apis/wit/workitems/1?api-version=7.1").at("rev")).isEqualTo(1L);
    }

    @Test
    void repeatPages() {
        acme.addProject("Second", SystemProcesses.BASIC);
        simulator.faults().on("projects").repeatPage();
        Answer first = get(PROJECTS + "&$top=1");
        Answer second = get(PROJECTS + "&$top=1&continuationToken=1");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("x-ms-continuationtoken")).isEqualTo("1");
    }

    @Test
    void changeTheWorldWhileItIsRead() {
        simulator.faults().on("projects").times(1).afterwards(() -> acme.deleteProject(apollo.id()));
        assertThat(get(PROJECTS).list("value")).hasSize(1);
        assertThat(get(PROJECTS).list("value")).isEmpty();
    }

    @Test
    void redirectAnywhere() {
        simulator.faults().onAny().times(1).redirect(307, "https://169.254.169.254/latest");
        assertThat(get(PROJECTS).header("Location")).isEqualTo("https://169.254.169.254/latest");
        simulator.faults().onAny().times(1).answer(299, Map.of("Set-Cookie", "a=b"), "{}");
        assertThat(get(PROJECTS).header("Set-Cookie")).isEqualTo("a=b");
    }
}
