package tallyfold.azuredevops;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tallyfold.azuredevops.api.ClassificationNode;
import tallyfold.azuredevops.api.Links;
import tallyfold.azuredevops.api.Project;
import tallyfold.azuredevops.api.TypeCategory;
import tallyfold.azuredevops.api.WorkItem;
import tallyfold.azuredevops.api.WorkProcess;
import tallyfold.provider.RemotePerson;
import tallyfold.provider.RemoteStructure;
import tallyfold.provider.RemoteWorkItem;
import tallyfold.provider.StateCategory;
import tallyfold.provider.WorkItemLevel;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AzureDevOpsMapperTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SITE = "https://dev.azure.com/fabrikam";

    private final AzureDevOpsMapper mapper = new AzureDevOpsMapper(URI.create(SITE));

    /** Maps an item whose fields are this JSON. */
    private RemoteWorkItem mapped(String fields) {
        return mapper.workItem(JSON.readValue("{\"id\":7,\"rev\":3,\"fields\":" + fields + "}", WorkItem.class));
    }

    private RemoteWorkItem withField(String name, String json) {
        return mapped("{\"" + name + "\":" + json + "}");
    }

    private RemotePerson assignee(String json) {
        return Objects.requireNonNull(withField("System.AssignedTo", json).assignee());
    }

    @Nested
    class Texts {

        @Test
        void keepsMarkupAndExpressionsAsText() {
            for (String title : List.of(
                    "<script>alert(1)</script>",
                    "<img src=x onerror=alert(1)>",
                    "${jndi:ldap://evil.example/x}",
                    "=cmd|' /C calc'!A0",
                    "'; DROP TABLE work_item; --",
                    "{{7*7}}",
                    "\u202eabc",
                    "\ud83d\ude80 rocket",
                    "x".repeat(5_000))) {
                RemoteWorkItem item = withField("System.Title", JSON.writeValueAsString(title));
                assertThat(item.title()).isEqualTo(title);
                assertThat(item.warnings()).isEmpty();
            }
        }

        @Test
        void replacesWhatNoDatabaseTakes() {
            RemoteWorkItem item = withField("System.Title", "\"a\\u0000b\\ud800c\"");
            assertThat(item.title()).isEqualTo("a\ufffdb\ufffdc");
            assertThat(item.warnings())
                    .singleElement()
                    .asString()
                    .contains("System.Title")
                    .doesNotContain("\ufffd");
        }

        @Test
        void keepsPathsAndStatesAsTheyAre() {
            assertThat(withField("System.AreaPath", "\"Shop\\\\..\\\\x\"").areaPath())
                    .isEqualTo("Shop\\..\\x");
            assertThat(withField("System.State", "\"\u5b8c\u4e86\"").state()).isEqualTo("\u5b8c\u4e86");
        }

        @Test
        void takesAFieldOfTheWrongKindForEmpty() {
            for (String odd : List.of("7", "[1]", "{\"a\":1}", "true")) {
                RemoteWorkItem item = withField("System.Title", odd);
                assertThat(item.title()).isEmpty();
                assertThat(item.warnings()).hasSize(1);
            }
            assertThat(withField("System.Title", "null").warnings()).isEmpty();
        }

        @Test
        void readsAnItemWithoutAnyField() {
            RemoteWorkItem item = mapper.workItem(new WorkItem(7, 0, null, null));
            assertThat(item.rev()).isEqualTo(1);
            assertThat(item.title()).isEmpty();
            assertThat(item.assignee()).isNull();
            assertThat(item.warnings()).isEmpty();
        }

        @Test
        void partsTags() {
            assertThat(withField("System.Tags", "\"ui; Back end ;;ui; UI; <b>\"")
                            .tags())
                    .containsExactly("ui", "Back end", "<b>");
            assertThat(withField("System.Tags", "\" ; \"").tags()).isEmpty();
        }
    }

    @Nested
    class Numbers {

        private @Nullable Double points(String json) {
            return withField("Microsoft.VSTS.Scheduling.StoryPoints", json).effort();
        }

        @Test
        void readsNumbersAndNumbersInText() {
            assertThat(points("8")).isEqualTo(8.0);
            assertThat(points("0.5")).isEqualTo(0.5);
            assertThat(points("-3")).isEqualTo(-3.0);
            assertThat(points("\"13\"")).isEqualTo(13.0);
        }

        @Test
        void warnsOfWhatIsNoFiniteNumber() {
            for (String odd :
                    List.of("\"NaN\"", "\"Infinity\"", "1e999", "-1e999", "\"many\"", "\"\"", "true", "[8]", "{}")) {
                RemoteWorkItem item = withField("Microsoft.VSTS.Scheduling.RemainingWork", odd);
                assertThat(item.remainingWork()).as(odd).isNull();
                assertThat(item.warnings()).as(odd).hasSize(1);
            }
        }

        @Test
        void takesTheFirstFieldAProcessPlansBy() {
            assertThat(mapped("{\"Microsoft.VSTS.Scheduling.Size\":3}").effort())
                    .isEqualTo(3.0);
            assertThat(mapped("{\"Microsoft.VSTS.Scheduling.Effort\":5,\"Microsoft.VSTS.Scheduling.Size\":3}")
                            .effort())
                    .isEqualTo(5.0);
            assertThat(mapped("{\"Microsoft.VSTS.Common.BacklogPriority\":1.5}").rank())
                    .isEqualTo(1.5);
        }

        @Test
        void keepsPrioritiesFromOneToFour() {
            assertThat(withField("Microsoft.VSTS.Common.Priority", "2").priority())
                    .isEqualTo(2);
            for (String odd : List.of("0", "5", "2.5", "99999999999")) {
                RemoteWorkItem item = withField("Microsoft.VSTS.Common.Priority", odd);
                assertThat(item.priority()).isNull();
                assertThat(item.warnings()).hasSize(1);
            }
        }

        @Test
        void readsTheParent() {
            assertThat(withField("System.Parent", "12").parentId()).isEqualTo(12L);
            assertThat(withField("System.Parent", "-1").parentId()).isNull();
        }
    }

    @Nested
    class Times {

        private @Nullable Instant changed(String text) {
            return withField("System.ChangedDate", JSON.writeValueAsString(text))
                    .changed();
        }

        @Test
        void readsNoughtToSevenDigitsOfASecond() {
            for (int digits = 0; digits <= 7; digits++) {
                String fraction = digits == 0 ? "" : "." + "1234567".substring(0, digits);
                assertThat(changed("2026-03-31T18:36:26" + fraction + "Z"))
                        .as(fraction)
                        .isEqualTo(Instant.parse("2026-03-31T18:36:26" + fraction + "Z"));
            }
        }

        @Test
        void takesATimeWithoutAZoneForUtcAndHeedsOffsets() {
            assertThat(changed("2026-03-31T18:36:26")).isEqualTo(Instant.parse("2026-03-31T18:36:26Z"));
            assertThat(changed("2026-03-31T18:36:26+02:00")).isEqualTo(Instant.parse("2026-03-31T16:36:26Z"));
        }

        @Test
        void takesTheTwoStandInsForNothing() {
            assertThat(changed("0001-01-01T00:00:00")).isNull();
            assertThat(changed("9999-01-01T00:00:00Z")).isNull();
            assertThat(changed("9999-12-31T23:59:59.9999999Z")).isNull();
            assertThat(withField("System.ChangedDate", "\"9999-01-01T00:00:00Z\"")
                            .warnings())
                    .isEmpty();
        }

        @Test
        void keepsATimeInTheFuture() {
            assertThat(changed("2099-01-01T00:00:00Z")).isEqualTo(Instant.parse("2099-01-01T00:00:00Z"));
        }

        @Test
        void warnsOfWhatIsNoTime() {
            for (String odd :
                    List.of("\"yesterday\"", "7", "\"\"", "\"2026-13-01T00:00:00Z\"", "\"" + "9".repeat(99) + "\"")) {
                RemoteWorkItem item = withField("System.CreatedDate", odd);
                assertThat(item.created()).as(odd).isNull();
                assertThat(item.warnings()).as(odd).hasSize(1);
            }
        }
    }

    @Nested
    class Persons {

        @Test
        void knowsAPersonByDescriptorElseById() {
            RemotePerson anna = assignee(
                    "{\"displayName\":\"Anna Lee\",\"id\":\"i1\",\"uniqueName\":\"anna@fabrikam.com\",\"descriptor\":\"aad.x\"}");
            assertThat(anna).isEqualTo(new RemotePerson("aad.x", "Anna Lee", "anna@fabrikam.com", true));
            assertThat(assignee("{\"displayName\":\"Anna Lee\",\"id\":\"i1\",\"inactive\":true}"))
                    .isEqualTo(new RemotePerson("i1", "Anna Lee", null, false));
        }

        @Test
        void readsTheOldTextForms() {
            assertThat(assignee("\"Anna Lee <anna@fabrikam.com>\""))
                    .isEqualTo(new RemotePerson("name:anna@fabrikam.com", "Anna Lee", "anna@fabrikam.com", true));
            assertThat(assignee("\"Anna Lee\"").displayName()).isEqualTo("Anna Lee");
            assertThat(assignee("\"<anna@fabrikam.com>\"").displayName()).isEqualTo("anna@fabrikam.com");
        }

        @Test
        void takesNothingForUnassigned() {
            for (String nobody : List.of("null", "\"\"", "\"  \"")) {
                RemoteWorkItem item = withField("System.AssignedTo", nobody);
                assertThat(item.assignee()).isNull();
                assertThat(item.warnings()).isEmpty();
            }
            for (String odd : List.of("7", "[]", "{}", "{\"id\":7}")) {
                RemoteWorkItem item = withField("System.AssignedTo", odd);
                assertThat(item.assignee()).as(odd).isNull();
                assertThat(item.warnings()).as(odd).hasSize(1);
            }
        }
    }

    @Nested
    class Addresses {

        private URI web(@Nullable String href) {
            Links links = new Links(null, new Links.Link(href));
            return Objects.requireNonNull(
                    mapper.workItem(new WorkItem(7, 1, Map.of(), links)).webAddress());
        }

        @Test
        void prefersALinkToTheService() {
            assertThat(web("https://dev.azure.com/fabrikam/p/_workitems/edit/7"))
                    .hasToString("https://dev.azure.com/fabrikam/p/_workitems/edit/7");
            assertThat(web("https://fabrikam.visualstudio.com/p/_workitems/edit/7"))
                    .hasHost("fabrikam.visualstudio.com");
        }

        @Test
        void makesItsOwnInsteadOfALinkElsewhere() {
            for (String hostile : List.of(
                    "javascript:alert(1)",
                    "http://dev.azure.com/fabrikam/_workitems/edit/7",
                    "https://evil.example/7",
                    "https://dev.azure.com@evil.example/7",
                    "https://dev.azure.com:8443/7",
                    "https://dev.azure.com.evil.example/7",
                    "//dev.azure.com/7",
                    "not an address",
                    "")) {
                assertThat(web(hostile)).as(hostile).hasToString(SITE + "/_workitems/edit/7");
            }
            assertThat(web(null)).hasToString(SITE + "/_workitems/edit/7");
        }
    }

    @Nested
    class Structure {

        private ClassificationNode node(String name, String path, ClassificationNode... children) {
            return new ClassificationNode(
                    null, "id-" + name, name, null, path, children.length > 0, null, List.of(children));
        }

        @Test
        void writesPathsAsWorkItemsDo() {
            ClassificationNode root = node(
                    "Shop", "\\Shop\\Area", node("Area", "\\Shop\\Area\\Area", node("Web", "\\Shop\\Area\\Area\\Web")));
            assertThat(StructureMapper.areas(root))
                    .extracting(RemoteStructure.Area::path)
                    .containsExactly("Shop", "Shop\\Area", "Shop\\Area\\Web");
        }

        @Test
        void readsTheDaysOfAnIteration() {
            ClassificationNode sprint = new ClassificationNode(
                    1,
                    "i",
                    "Sprint 1",
                    null,
                    null,
                    false,
                    new ClassificationNode.Attributes("2026-03-02T00:00:00Z", "2026-03-13T00:00:00Z"),
                    null);
            assertThat(StructureMapper.iterations(sprint)).singleElement().satisfies(iteration -> {
                assertThat(iteration.start()).isEqualTo("2026-03-02");
                assertThat(iteration.finish()).isEqualTo("2026-03-13");
            });
        }

        @Test
        void placesTypesByTheirCategory() {
            List<TypeCategory> categories = List.of(
                    new TypeCategory("Microsoft.EpicCategory", List.of(new TypeCategory.TypeName("Epic"))),
                    new TypeCategory(
                            "Microsoft.RequirementCategory",
                            java.util.Arrays.asList(null, new TypeCategory.TypeName("User Story"))),
                    new TypeCategory("Microsoft.BugCategory", List.of(new TypeCategory.TypeName("Bug"))),
                    new TypeCategory("Microsoft.HiddenCategory", List.of(new TypeCategory.TypeName("Test Suite"))),
                    new TypeCategory(null, null));
            assertThat(StructureMapper.level("epic", categories)).isEqualTo(WorkItemLevel.EPIC);
            assertThat(StructureMapper.level("User Story", categories)).isEqualTo(WorkItemLevel.REQUIREMENT);
            assertThat(StructureMapper.level("Bug", categories)).isEqualTo(WorkItemLevel.REQUIREMENT);
            assertThat(StructureMapper.level("Test Suite", categories)).isEqualTo(WorkItemLevel.OTHER);
        }

        @Test
        void readsCategoriesAndColorsOfStates() {
            assertThat(StructureMapper.stateCategory("InProgress")).isEqualTo(StateCategory.IN_PROGRESS);
            assertThat(StructureMapper.stateCategory("Completed")).isEqualTo(StateCategory.COMPLETED);
            assertThat(StructureMapper.stateCategory(null)).isEqualTo(StateCategory.PROPOSED);
            assertThat(StructureMapper.color("#CC293D")).isEqualTo("cc293d");
            assertThat(StructureMapper.color("FFCC293D")).isEqualTo("cc293d");
            assertThat(StructureMapper.color("red;background:url(x)")).isEqualTo("b2b2b2");
        }

        @Test
        void findsTheBaseOfAProcess() {
            Project project = JSON.readValue(
                    "{\"id\":\"p\",\"name\":\"Shop\",\"capabilities\":{\"processTemplate\":{\"templateName\":\"Ours\",\"templateTypeId\":\"T1\"}}}",
                    Project.class);
            WorkProcess ours = new WorkProcess("t1", "Ours", "6b724908-ef14-45cf-84f8-768b5384da45", "inherited");
            assertThat(StructureMapper.process(project, List.of(ours)).base()).isEqualTo("Scrum");
            assertThat(StructureMapper.process(project, List.of()).base()).isNull();
            assertThat(StructureMapper.process(project, List.of()).name()).isEqualTo("Ours");
        }
    }

    @Test
    void readsEveryHostileContentOfTheSharedCollection() {
        List<JsonNode> cases = SharedCorpus.section("workItemContent");
        int passed = 0;
        for (JsonNode each : cases) {
            RemoteWorkItem item =
                    withField(each.path("field").asString(), each.path("value").toString());
            if (each.path("expected").asString().contains("warning")) {
                assertThat(item.warnings()).as(each.path("id").asString()).isNotEmpty();
            } else {
                assertThat(item.warnings()).as(each.path("id").asString()).isEmpty();
            }
            if (each.path("field").asString().equals("System.Title")) {
                assertThat(item.title()).isEqualTo(each.path("value").asString());
            }
            passed++;
        }
        System.out.printf("shared hostile work item content: %d tried, %d passed%n", cases.size(), passed);
    }
}
