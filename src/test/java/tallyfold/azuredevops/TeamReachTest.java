package tallyfold.azuredevops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simulator.azuredevops.Fields;
import simulator.azuredevops.SimNode;
import simulator.azuredevops.SimTeam;
import tallyfold.provider.Element;
import tallyfold.provider.ElementKind;

/** What a team covers where its settings are written oddly, or are many. */
class TeamReachTest extends ElementCase {

    private SimTeam team;
    private SimNode release;
    private long inside;

    @BeforeEach
    void addATeam() {
        release = acme.addIteration(apollo.iterationRoot(), "Release 1", null, null);
        SimNode sprint = acme.addIteration(release, "Sprint 1", null, null);
        team = acme.addTeam(apollo.id(), "Crew").area(apollo.areaRoot(), true);
        inside = item("Inside", Map.of(Fields.ITERATION_PATH, sprint));
        item("Outside", Map.of());
    }

    private Element crew() {
        return Element.of(ElementKind.TEAM, team.id().toString());
    }

    private void settings(String backlogIteration) {
        simulator
                .faults()
                .on(request -> request.path().endsWith("/teamsettings"))
                .answer(200, Map.of(), "{\"backlogIteration\":" + backlogIteration + "}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Release 1",
                "\\\\Release 1",
                "Apollo\\\\Release 1",
                "\\\\Apollo\\\\Release 1",
                "\\\\Apollo\\\\Iteration\\\\Release 1",
                "apollo\\\\RELEASE 1\\\\"
            })
    void understandsEachShapeOfAPath(String path) {
        settings("{\"id\":\"11111111-1111-1111-1111-111111111111\",\"path\":\"" + path + "\"}");
        assertThat(ids(crew())).containsExactly(inside);
    }

    @Test
    void trustsTheIdentifierMoreThanThePath() {
        settings("{\"id\":\"" + release.identifier() + "\",\"path\":\"\"}");
        assertThat(ids(crew())).containsExactly(inside);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "{\"id\":\"00000000-0000-0000-0000-000000000000\"}",
                "{\"id\":\"11111111-1111-1111-1111-111111111111\",\"path\":\"\"}"
            })
    void isNotLimitedWithoutABacklogIteration(String none) {
        settings(none);
        assertThat(ids(crew())).containsExactly(inside, inside + 1);
    }

    @Test
    void leavesOutAnIterationThatIsNotInTheTree() {
        settings("{\"id\":\"11111111-1111-1111-1111-111111111111\",\"path\":\"\\\\Gone\"}");
        assertThat(ids(crew())).isEmpty();
        team.iteration(release);
        assertThat(ids(crew())).containsExactly(inside);
    }

    @Test
    void asksByTheFieldTeamsAreToldApartBy() {
        long urgent = item("Urgent", Map.of(Fields.TAGS, "urgent"));
        simulator
                .faults()
                .on("teamfieldvalues")
                .answer(
                        200,
                        Map.of(),
                        "{\"field\":{\"referenceName\":\"System.Tags\"},\"values\":[{\"value\":\"urgent\","
                                + "\"includeChildren\":true}]}");
        assertThat(ids(crew())).containsExactly(urgent);
    }

    @Test
    void refusesAFieldThatIsNoName() {
        simulator
                .faults()
                .on("teamfieldvalues")
                .answer(
                        200,
                        Map.of(),
                        "{\"field\":{\"referenceName\":\"A] = 1 OR [B\"},\"values\":[{\"value\":\"x\"}]}");
        assertFailure(() -> ids(crew())).isEqualTo("UNEXPECTED_ANSWER.MALFORMED");
    }

    @Test
    void coversNothingWithoutAreas() {
        Element none = Element.of(
                ElementKind.TEAM, acme.addTeam(apollo.id(), "New").id().toString());
        assertThat(ids(none)).isEmpty();
        simulator.faults().on("teamfieldvalues").answer(200, Map.of(), "{\"field\":null}");
        assertThat(ids(crew())).isEmpty();
    }

    @Test
    void saysThatATeamIsGone() {
        acme.deleteTeam(team);
        assertFailure(() -> ids(crew())).isEqualTo("NOT_FOUND.ELEMENT");
        assertFailure(() -> session.element(project, crew())).isEqualTo("NOT_FOUND.ELEMENT");
        assertFailure(() -> session.teamMembers(project, crew().key())).isEqualTo("NOT_FOUND.ELEMENT");
    }

    @Test
    void doesNotTakeATeamForGoneThatOwnsAnAreaWhichIs() {
        simulator
                .faults()
                .on("teamfieldvalues")
                .answer(200, Map.of(), "{\"values\":[{\"value\":\"Apollo\\\\Gone\",\"includeChildren\":true}]}");
        assertFailure(() -> ids(crew())).isEqualTo("UNEXPECTED_ANSWER.STATUS");
    }

    @Test
    void partsAreasThatAreTooManyForOneQueryAndLosesNoItem() {
        SimTeam wide = acme.addTeam(apollo.id(), "Wide").backlogIteration(release);
        List<SimNode> areas = new ArrayList<>();
        for (int number = 0; number < 900; number++) {
            SimNode area = acme.addArea(apollo.areaRoot(), "An area with a rather long name, number " + number);
            wide.area(area, number % 2 == 0);
            areas.add(area);
        }
        Collections.shuffle(areas, new Random(3));
        List<Long> expected = new ArrayList<>();
        for (SimNode area : areas) {
            expected.add(item("Item", Map.of(Fields.AREA_PATH, area, Fields.ITERATION_PATH, release)));
        }
        SimNode twice = apollo.areaRoot().children().getLast();
        wide.area(twice, true);
        simulator.requests().clear();
        assertThat(ids(Element.of(ElementKind.TEAM, wide.id().toString()))).containsExactlyElementsOf(expected);
        assertThat(simulator.requests().list())
                .filteredOn(request -> request.path().endsWith("/wiql"))
                .hasSizeGreaterThan(5)
                .allMatch(request -> request.body().length() < 32_000);
    }
}
