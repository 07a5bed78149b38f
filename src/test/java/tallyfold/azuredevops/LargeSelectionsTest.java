package tallyfold.azuredevops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import simulator.azuredevops.Fields;
import simulator.azuredevops.LoadContent;
import simulator.azuredevops.Organization;
import simulator.azuredevops.Selections;
import simulator.azuredevops.SimProject;
import simulator.azuredevops.SimQuery;
import tallyfold.provider.Element;
import tallyfold.provider.ElementKind;
import tallyfold.provider.ProviderSession;
import tallyfold.provider.RemoteProjectId;

/** Selections beyond what the service gives at once. */
class LargeSelectionsTest extends ElementCase {

    private static final int MANY = 21_000;

    @Test
    void refusesAQueryThatFindsTooMuchAndPagesAProjectThatHoldsTooMuch() {
        Organization large = LoadContent.fill(simulator, "large", MANY, 1);
        SimProject only = large.projects().getFirst();
        RemoteProjectId id = new RemoteProjectId(only.id().toString());
        SimQuery query = large.addQuery(only.sharedQueries(), "All", "SELECT [System.Id] FROM WorkItems");
        try (ProviderSession patient = open(large, patient(19_999))) {
            assertFailure(() -> ids(
                            patient,
                            id,
                            Element.of(ElementKind.QUERY, query.id().toString())))
                    .isEqualTo("UNEXPECTED_ANSWER.TOO_MANY_RESULTS");
            assertThat(ids(patient, id, Element.WHOLE_PROJECT)).hasSize(MANY);
            assertThat(ids(
                            patient,
                            id,
                            Element.of(
                                    ElementKind.TEAM,
                                    only.defaultTeam()
                                            .area(only.areaRoot(), true)
                                            .id()
                                            .toString())))
                    .hasSize(MANY);
        }
    }

    @Test
    void goesLevelByLevelWhereATreeIsTooLargeForOneAnswer() {
        long top = item("Top", Map.of());
        for (int number = 0; number < 300; number++) {
            long middle = child(top);
            for (int below = 0; below < 69; below++) {
                child(middle);
            }
        }
        compare(top);
    }

    @Test
    void pagesTheChildrenOfOneItemWhereTheyAreTooManyForOneAnswer() {
        long top = item("Top", Map.of());
        long middle = child(top);
        for (int number = 0; number < 20_500; number++) {
            acme.createItem(apollo.id(), "Task", Map.of(Fields.TITLE, "Task", Fields.PARENT, middle));
        }
        compare(top);
    }

    private void compare(long top) {
        try (ProviderSession patient = open(acme, patient(19_999))) {
            assertThat(ids(patient, project, Element.of(ElementKind.WORK_ITEM, Long.toString(top))))
                    .hasSizeGreaterThan(20_000)
                    .containsExactlyElementsOf(new Selections(acme).subtree(top).keySet());
        }
    }
}
