package tallyfold.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataIntegrityViolationException;
import tallyfold.audit.AuditLog;
import tallyfold.connection.ConnectionId;
import tallyfold.project.LinkId;
import tallyfold.project.ProcessRenamed;
import tallyfold.project.ProjectId;
import tallyfold.provider.StateCategory;
import tallyfold.support.Databases;
import tallyfold.support.MutableClock;
import tallyfold.workitem.WorkItemSeed;

@ParameterizedClass
@EnumSource(Databases.Kind.class)
class ProgressRuleServiceTest {

    private static final String ORGANIZATION = "org-1";

    private final Databases database;
    private final ProgressWorld world;
    private final ProgressRuleService service;
    private final WorkItemSeed seed;
    private final ConnectionId fabrikam = new ConnectionId(UUID.randomUUID());
    private final ProjectId shop;
    private final LinkId link;
    private final RuleScope agile = new RuleScope.OfProcess(new ProcessKey(ORGANIZATION, "Agile"));

    ProgressRuleServiceTest(Databases.Kind kind) {
        database = Databases.fresh(kind);
        world = new ProgressWorld(database, new MutableClock(Instant.parse("2026-11-25T09:00:00Z")));
        service = world.rules();
        seed = new WorkItemSeed(database.jdbc());
        shop = seed.project("Shop");
        link = linked(shop, "Agile");
        seed.item(link, fabrikam, 1, _ -> {});
    }

    @AfterEach
    void close() {
        world.close();
        database.close();
    }

    private LinkId linked(ProjectId project, String process) {
        LinkId made = seed.link(project, fabrikam, "Shop", process);
        database.jdbc()
                .sql("UPDATE link SET organization_key = ? WHERE id = ?")
                .params(ORGANIZATION, made.value())
                .update();
        seed.type(made, "User Story", "009CCC", "icon_book", "REQUIREMENT");
        seed.type(made, "Task", "F2CB1D", "icon_clipboard", "TASK");
        for (String type : List.of("User Story", "Task")) {
            seed.state(made, type, "New", "b2b2b2", "PROPOSED", 0);
            seed.state(made, type, "Active", "007acc", "IN_PROGRESS", 1);
            seed.state(made, type, "Resolved", "ff9d00", "RESOLVED", 2);
            seed.state(made, type, "Closed", "339933", "COMPLETED", 3);
            seed.state(made, type, "Removed", "ffffff", "REMOVED", 4);
        }
        return made;
    }

    private static RuleDraft draft(int active) {
        return new RuleDraft(Set.of("User Story"), Map.of("User Story", Map.of("Active", active)));
    }

    private ProgressRules rules(RuleScope scope) {
        return service.rules(scope).orElseThrow();
    }

    private int percent(ProjectId project) {
        return world.service().figures(project).total().percent();
    }

    private static ProgressRules.State state(ProgressRules rules, String type, String state) {
        return rules.types().stream()
                .filter(each -> each.name().equals(type))
                .flatMap(each -> each.states().stream())
                .filter(each -> each.name().equals(state))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> counted(ProgressRules rules) {
        return rules.types().stream()
                .filter(ProgressRules.Type::counted)
                .map(ProgressRules.Type::name)
                .toList();
    }

    @Nested
    class Reading {

        @Test
        void prefillsTheDefaults() {
            ProgressRules rules = rules(agile);

            assertThat(rules.source()).isEqualTo(ProgressRules.Source.DEFAULT);
            assertThat(rules.version()).isZero();
            assertThat(rules.hasNews()).isFalse();
            assertThat(counted(rules)).containsExactly("User Story");
            assertThat(rules.types().getFirst().states())
                    .extracting(ProgressRules.State::weight)
                    .containsExactly(0, 50, 50, 100, null);
        }

        @Test
        void countsWhatEachProcessCountsByDefault() {
            Map<String, String> expected =
                    Map.of("Agile", "User Story", "Basic", "Task", "Scrum", "Task", "CMMI", "Task");
            expected.forEach((process, type) -> assertThat(
                            counted(rules(new RuleScope.OfLink(linked(seed.project(process), process)))))
                    .containsExactly(type));
            assertThat(counted(rules(new RuleScope.OfLink(linked(seed.project("Own"), "Something else")))))
                    .containsExactly("User Story", "Task");
        }

        @Test
        void listsEachProcessOnce() {
            linked(seed.project("Second"), "Agile");
            linked(seed.project("Third"), "Scrum");
            service.save(agile, draft(60), 0);

            assertThat(service.processes())
                    .containsExactly(
                            new ProcessRow(new ProcessKey(ORGANIZATION, "Agile"), "fabrikam", "Agile", 2, true),
                            new ProcessRow(new ProcessKey(ORGANIZATION, "Scrum"), "fabrikam", "Scrum", 1, false));
        }

        @Test
        void pointsOutWhatIsNewAndWhatIsGone() {
            service.save(agile, new RuleDraft(Set.of("User Story", "Task"), Map.of()), 0);
            seed.type(link, "Bug", "CC293D", "icon_insect", "REQUIREMENT");
            seed.state(link, "Bug", "New", "b2b2b2", "PROPOSED", 0);
            seed.state(link, "User Story", "In Review", "5688e0", "IN_PROGRESS", 2);
            database.jdbc()
                    .sql("DELETE FROM work_item_state WHERE type_name = 'Task'")
                    .update();
            database.jdbc()
                    .sql("DELETE FROM work_item_type WHERE name = 'Task'")
                    .update();

            ProgressRules rules = rules(agile);

            assertThat(rules.hasNews()).isTrue();
            assertThat(rules.gone()).containsExactly("Task");
            assertThat(state(rules, "User Story", "In Review"))
                    .isEqualTo(new ProgressRules.State("In Review", StateCategory.IN_PROGRESS, 50, 50, true));
            assertThat(state(rules, "User Story", "Active").news()).isFalse();
            assertThat(rules.types())
                    .filteredOn(ProgressRules.Type::news)
                    .extracting(ProgressRules.Type::name)
                    .containsExactly("Bug");
            assertThat(counted(rules)).doesNotContain("Bug");
        }

        @Test
        void findsNoRulesOfWhatIsNotThere() {
            assertThat(service.rules(new RuleScope.OfLink(new LinkId(UUID.randomUUID()))))
                    .isEmpty();
            assertThat(service.rules(new RuleScope.OfProcess(new ProcessKey(ORGANIZATION, "No such"))))
                    .isEmpty();
        }
    }

    @Nested
    class Saving {

        @Test
        void changesEveryProjectOfTheProcessButThoseWithTheirOwn() {
            ProjectId other = seed.project("Other");
            LinkId second = linked(other, "Agile");
            seed.item(second, fabrikam, 2, _ -> {});
            service.save(new RuleScope.OfLink(second), draft(10), 0);

            assertThat(service.save(agile, draft(90), 0)).isInstanceOf(SaveRulesResult.Saved.class);

            assertThat(percent(shop)).isEqualTo(90);
            assertThat(percent(other)).isEqualTo(10);
            assertThat(rules(new RuleScope.OfLink(link)).source()).isEqualTo(ProgressRules.Source.PROCESS);
            assertThat(rules(new RuleScope.OfLink(second)).source()).isEqualTo(ProgressRules.Source.LINK);
        }

        @Test
        void closesWhatWeighsAHundred() {
            service.save(agile, draft(100), 0);

            assertThat(world.service().figures(shop).total().closed()).isEqualTo(1);
        }

        @Test
        void refusesWhatSomebodyElseChangedMeanwhile() {
            service.save(agile, draft(60), 0);

            SaveRulesResult again = service.save(agile, draft(70), 0);
            SaveRulesResult next = service.save(agile, draft(80), 1);

            assertThat(again).isInstanceOf(SaveRulesResult.Outdated.class);
            assertThat(next).isInstanceOf(SaveRulesResult.Saved.class);
            assertThat(percent(shop)).isEqualTo(80);
            assertThat(rules(agile).version()).isEqualTo(2);
        }

        @Test
        void refusesWhatCannotBe() {
            assertRefused(new RuleDraft(Set.of(), Map.of()), null, null);
            assertRefused(new RuleDraft(Set.of("Unheard of"), Map.of()), "Unheard of", null);
            assertRefused(draft(101), "User Story", "Active");
            assertRefused(draft(-1), "User Story", "Active");
            assertRefused(new RuleDraft(Set.of("Task"), Map.of("Task", Map.of("Removed", 100))), "Task", "Removed");
            assertRefused(new RuleDraft(Set.of("Task"), Map.of("Task", Map.of("Lost", 1))), "Task", "Lost");
            assertThat(rules(agile).version()).isZero();
        }

        private void assertRefused(RuleDraft draft, @Nullable String type, @Nullable String state) {
            assertThat(service.save(agile, draft, 0)).isInstanceOfSatisfying(SaveRulesResult.Refused.class, refused -> {
                assertThat(refused.type()).isEqualTo(type);
                assertThat(refused.state()).isEqualTo(state);
                assertThat(refused.reason()).endsWith(".");
            });
        }

        @Test
        void isWrittenDown() {
            service.save(agile, draft(60), 0);
            service.reset(agile, 1);

            AuditLog audit = world.get(AuditLog.class);
            verify(audit).record(eq("progress.rules-saved"), contains("Agile"), any(), contains("User Story"));
            verify(audit).record(eq("progress.rules-reset"), contains("Agile"), any(), any());
        }

        @Test
        void saysSoWhenTheLinkIsGone() {
            assertThat(service.save(new RuleScope.OfLink(new LinkId(UUID.randomUUID())), draft(1), 0))
                    .isInstanceOf(SaveRulesResult.Gone.class);
        }
    }

    @Test
    void resettingGoesBackToTheProcessAndThenToTheDefaults() {
        RuleScope own = new RuleScope.OfLink(link);
        service.save(agile, draft(20), 0);
        service.save(own, draft(30), 0);
        assertThat(percent(shop)).isEqualTo(30);

        assertThat(service.reset(own, 5)).isInstanceOf(SaveRulesResult.Outdated.class);
        assertThat(service.reset(own, 1)).isInstanceOf(SaveRulesResult.Saved.class);
        assertThat(percent(shop)).isEqualTo(20);
        service.reset(agile, 1);
        assertThat(percent(shop)).isEqualTo(50);
    }

    @Test
    void theRuleOfALinkGoesWithIt() {
        service.save(new RuleScope.OfLink(link), draft(30), 0);
        for (String table : List.of("link_item", "item_count", "item_version", "work_item_state", "work_item_type")) {
            database.jdbc().sql("DELETE FROM " + table).update();
        }
        world.service().figures(shop);

        database.jdbc().sql("DELETE FROM link").update();
        database.jdbc().sql("DELETE FROM project").update();

        assertThat(KeptFigures.of(database.jdbc())).isEmpty();
        assertThat(database.jdbc()
                        .sql("SELECT COUNT(*) FROM progress_rule_state")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void tablesRefuseAWeightThatIsNone() {
        service.save(agile, draft(60), 0);

        assertThatThrownBy(() -> database.jdbc()
                        .sql("UPDATE progress_rule_state SET weight = 101")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Nested
    class RenamedProcesses {

        @Test
        void keepTheirRulesAndReplaceWhatAProcessOfThatNameLeftBehind() {
            service.save(agile, new RuleDraft(Set.of("Task"), Map.of("User Story", Map.of("Active", 70))), 0);
            RuleScope gone = new RuleScope.OfProcess(new ProcessKey(ORGANIZATION, "Agile 2"));
            LinkId second = linked(seed.project("Other"), "Agile 2");
            service.save(gone, new RuleDraft(Set.of("Epic"), Map.of()), 0);
            database.jdbc().sql("UPDATE link SET process = 'Agile 2'").update();

            world.publish(new ProcessRenamed(ORGANIZATION, "Agile", "Agile 2"));

            assertThat(service.rules(gone).orElseThrow().types().stream()
                            .filter(ProgressRules.Type::counted)
                            .map(ProgressRules.Type::name))
                    .containsExactly("Task");
            assertThat(service.rules(new RuleScope.OfLink(second)).orElseThrow().source())
                    .isEqualTo(ProgressRules.Source.PROCESS);
            assertThat(database.jdbc()
                            .sql("SELECT process FROM progress_rule")
                            .query(String.class)
                            .list())
                    .containsExactly("Agile 2");
        }

        @Test
        void leaveOthersAloneWithoutRules() {
            service.save(agile, new RuleDraft(Set.of("Task"), Map.of()), 0);

            world.publish(new ProcessRenamed(ORGANIZATION, "Nothing", "Agile"));
            world.publish(new ProcessRenamed("another", "Agile", "Scrum"));

            assertThat(service.rules(agile).orElseThrow().source()).isEqualTo(ProgressRules.Source.PROCESS);
        }
    }
}
