package tallyfold.sync.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import simulator.azuredevops.AzureDevOpsSimulator;
import simulator.azuredevops.DemoContent;
import simulator.azuredevops.Fields;
import simulator.azuredevops.Organization;
import simulator.azuredevops.RandomChanges;
import simulator.azuredevops.SimItem;
import simulator.azuredevops.SimProject;
import simulator.azuredevops.SimUser;
import simulator.azuredevops.SimulatorOptions;
import tallyfold.azuredevops.SimulatedProvider;
import tallyfold.kernel.Secret;
import tallyfold.project.Link;
import tallyfold.project.OverallStatus;
import tallyfold.project.Project;
import tallyfold.project.ProjectId;
import tallyfold.project.ProjectManager;
import tallyfold.project.ProjectStage;
import tallyfold.project.internal.ProjectRepository;
import tallyfold.provider.ConnectionSettings;
import tallyfold.provider.Element;
import tallyfold.provider.ElementKind;
import tallyfold.provider.EndpointKind;
import tallyfold.provider.Provider;
import tallyfold.provider.ProviderSession;
import tallyfold.support.Databases;
import tallyfold.sync.SyncRunStatus;
import tallyfold.sync.SyncTrigger;

/** Values of mapped fields against the truth of the simulator, through loads, changes and fields that go. */
@ParameterizedClass
@EnumSource(Databases.Kind.class)
class MappedFieldsTest {

    private static final String VALUE = "Custom.BusinessValue";
    private static final String RISK = "Custom.RiskClass";
    private static final String REGULATED = "Custom.Regulated";
    private static final String DECIDED = "Custom.DecidedOn";
    private static final List<String> MAPPED =
            List.of(VALUE, RISK, REGULATED, DECIDED, Fields.CREATED_BY, Fields.PRIORITY, "Microsoft.VSTS.Common.Risk");

    private final AzureDevOpsSimulator simulator = AzureDevOpsSimulator.start(SimulatorOptions.defaults());
    private final Organization organization;
    private final SimProject clinic;
    private final Databases database;
    private final EngineWorld world;
    private final Link link;
    private final Random random = new Random(20_261_126);

    MappedFieldsTest(Databases.Kind kind) {
        DemoContent.fabrikam(simulator);
        organization = simulator.organization(DemoContent.FABRIKAM);
        clinic = organization.project("Clinic Scheduling");
        database = Databases.fresh(kind);
        Provider provider = SimulatedProvider.at(simulator);
        String token =
                DemoContent.tokens(simulator, DemoContent.FABRIKAM).working().text();
        world = new EngineWorld(database, () -> open(provider, token), Clock.systemUTC()).start();
        changeFields(60);
        link = world.link(world.project("Clinic"), clinic.id().toString(), true, Element.WHOLE_PROJECT);
        world.work();
    }

    private static ProviderSession open(Provider provider, String token) {
        try (Secret secret = Secret.of(token)) {
            return provider.open(
                    new ConnectionSettings(DemoContent.FABRIKAM, EndpointKind.SIMULATOR, null, "anna"), secret);
        }
    }

    @AfterEach
    void close() {
        world.close();
        database.close();
        simulator.close();
    }

    /** Fills and empties custom fields of every type, hostile texts among them. */
    private void changeFields(int changes) {
        List<SimItem> items = organization.items(clinic.id());
        for (int i = 0; i < changes; i++) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put(VALUE, random.nextBoolean() ? (Object) (double) random.nextInt(100) : "");
            values.put(
                    RISK,
                    List.of("High", "low", "", "=1+1", "<b>x</b>", "'; DROP TABLE link; --")
                            .get(random.nextInt(6)));
            values.put(REGULATED, random.nextBoolean());
            values.put(DECIDED, Instant.ofEpochSecond(1_760_000_000L + random.nextInt(10_000_000)));
            organization.update(items.get(random.nextInt(items.size())).id(), values);
        }
    }

    private void map(String field) {
        world.jdbc()
                .sql("""
                        INSERT INTO field_mapping (id, organization_key, process, type, field, field_name, field_type, target,
                            column_name, changed_at, changed_by, version)
                        SELECT :id, organization_key, process, 'User Story', :field, :field, 'TEXT', 'COLUMN', :field, :when,
                            'anna', 0
                        FROM link WHERE id = :link
                        """)
                .param("id", UUID.randomUUID())
                .param("field", field)
                .param("when", OffsetDateTime.now(ZoneOffset.UTC))
                .param("link", link.id().value())
                .update();
    }

    private void sync(SyncTrigger trigger) {
        if (trigger == SyncTrigger.FULL) {
            world.get(SyncQueue.class).enqueueFull(List.of(link), "anna");
        } else {
            world.enqueue(link, trigger);
        }
        world.work();
    }

    private Map<Long, Map<String, String>> stored() {
        Map<Long, Map<String, String>> stored = new TreeMap<>();
        world.jdbc()
                .sql(
                        "SELECT f.remote_id, f.field, f.field_value FROM work_item_field f JOIN link_item li"
                                + " ON li.connection_id = f.connection_id AND li.remote_id = f.remote_id WHERE li.removed_at IS NULL")
                .query(rs -> {
                    stored.computeIfAbsent(rs.getLong(1), _ -> new TreeMap<>()).put(rs.getString(2), rs.getString(3));
                });
        return stored;
    }

    private Map<Long, Map<String, String>> truth(List<String> fields) {
        Map<Long, Map<String, String>> truth = new TreeMap<>();
        for (long id : world.shown(link.id()).keySet()) {
            Map<String, String> values = new TreeMap<>();
            for (String field : fields) {
                String value = text(organization.item(id).value(field));
                if (!value.isEmpty()) {
                    values.put(field, value);
                }
            }
            if (!values.isEmpty()) {
                truth.put(id, values);
            }
        }
        return truth;
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case SimUser user -> user.displayName();
            case Double number -> Long.toString(number.longValue());
            default -> value.toString();
        };
    }

    @Test
    void equalsTheTruthAfterManyChanges() {
        MAPPED.forEach(this::map);
        sync(SyncTrigger.FULL);
        assertThat(stored()).isNotEmpty().isEqualTo(truth(MAPPED));

        for (int round = 0; round < 4; round++) {
            new RandomChanges(organization, 7L + round).make(25);
            changeFields(25);
            sync(SyncTrigger.SCHEDULE);
            assertThat(stored()).as("round %d", round).isEqualTo(truth(MAPPED));
        }
        sync(SyncTrigger.FULL);
        assertThat(stored()).isEqualTo(truth(MAPPED));
    }

    @Test
    void asksForNothingMoreWithoutAMapping() {
        simulator.requests().clear();
        changeFields(3);
        sync(SyncTrigger.SCHEDULE);
        sync(SyncTrigger.FULL);

        assertThat(simulator.requests().list())
                .noneMatch(request ->
                        request.body().contains("Custom.") || request.path().contains("wit/fields"));
        assertThat(stored()).isEmpty();
    }

    @Test
    void keepsGoingWithoutAFieldThatIsGone() {
        map(VALUE);
        sync(SyncTrigger.FULL);
        Map<Long, Map<String, String>> before = stored();
        map("Custom.NeverThere");
        sync(SyncTrigger.FULL);

        assertThat(world.latest(link).status()).isEqualTo(SyncRunStatus.FINISHED_WITH_WARNINGS);
        assertThat(stored()).isEqualTo(before);
        assertThat(world.jdbc()
                        .sql("SELECT field FROM field_mapping WHERE missing")
                        .query((rs, _) -> rs.getString(1))
                        .list())
                .containsExactly("Custom.NeverThere");
        assertThat(world.jdbc()
                        .sql("SELECT detail FROM sync_warning WHERE code = 'FIELD_MISSING'")
                        .query((rs, _) -> rs.getString(1))
                        .list())
                .containsExactly("Custom.NeverThere");
        changeFields(20);
        sync(SyncTrigger.SCHEDULE);
        assertThat(stored()).isEqualTo(truth(List.of(VALUE)));
    }

    @Test
    void writesNothingWhereNothingChanged() {
        MAPPED.forEach(this::map);
        sync(SyncTrigger.FULL);
        long version = version();
        sync(SyncTrigger.FULL);

        assertThat(world.latest(link).changed()).isZero();
        assertThat(version()).isEqualTo(version);
    }

    private long version() {
        return world.jdbc()
                .sql("SELECT version FROM item_version WHERE link_id = ?")
                .param(link.id().value())
                .query(Long.class)
                .single();
    }

    private void mapToProject(Link one, String field, String target, String... rules) {
        UUID id = UUID.randomUUID();
        world.jdbc()
                .sql("""
                        INSERT INTO field_mapping (id, organization_key, process, type, field, field_name, field_type, target,
                            column_name, changed_at, changed_by, version)
                        SELECT :id, organization_key, process, 'Epic', :field, :field, 'TEXT', :target, '', :when, 'anna', 0
                        FROM link WHERE id = :link
                        """)
                .param("id", id)
                .param("field", field)
                .param("target", target)
                .param("when", OffsetDateTime.now(ZoneOffset.UTC))
                .param("link", one.id().value())
                .update();
        for (int i = 0; i < rules.length; i += 2) {
            world.jdbc()
                    .sql(
                            "INSERT INTO field_rule (mapping_id, position, source_value, target_value) VALUES (?, ?, ?, ?)")
                    .params(id, i, rules[i], rules[i + 1])
                    .update();
        }
    }

    private Project project(Link of) {
        return world.get(ProjectRepository.class).find(of.project()).orElseThrow();
    }

    @Test
    void fillsFieldsOfAProjectFromItsOnlyItem() {
        List<SimItem> epics = organization.items(clinic.id()).stream()
                .filter(item -> item.type().equals("Epic"))
                .toList();
        long first = epics.getFirst().id();
        Link one = world.link(
                world.project("Roll-out"),
                clinic.id().toString(),
                true,
                Element.of(ElementKind.WORK_ITEM, Long.toString(first)));
        world.work();
        mapToProject(one, "Custom.Gate", "PROJECT_STAGE", "g2", "Execution", "g3", "Closing", "g9", "Nonsense");
        mapToProject(one, "Custom.Health", "PROJECT_OVERALL_STATUS", "red", "Off Track");
        mapToProject(one, DECIDED, "PROJECT_START");
        organization.update(
                first,
                Map.of("Custom.Gate", "G2", "Custom.Health", "Red", DECIDED, Instant.parse("2026-02-03T23:30:00Z")));
        world.get(SyncQueue.class).enqueueFull(List.of(one), "anna");
        world.work();

        assertThat(project(one).status().stage()).isEqualTo(ProjectStage.EXECUTION);
        assertThat(project(one).status().overall()).isEqualTo(OverallStatus.OFF_TRACK);
        assertThat(project(one).start()).isEqualTo(LocalDate.of(2026, 2, 3));

        int version = project(one).version();
        organization.update(first, Map.of("Custom.Gate", "g9", Fields.TITLE, "Renamed"));
        world.enqueue(one, SyncTrigger.SCHEDULE);
        world.work();
        assertThat(project(one).status().stage())
                .as("an unknown value leaves the field as it was")
                .isEqualTo(ProjectStage.EXECUTION);
        assertThat(project(one).version()).isEqualTo(version);
    }

    @Test
    void fillsNameAndManagerButTakesNoNameOfAnother() {
        List<SimItem> epics = organization.items(clinic.id()).stream()
                .filter(item -> item.type().equals("Epic"))
                .toList();
        long first = epics.getFirst().id();
        Link one = world.link(
                world.project("Roll-out"),
                clinic.id().toString(),
                true,
                Element.of(ElementKind.WORK_ITEM, Long.toString(first)));
        world.work();
        mapToProject(one, "Custom.Called", "PROJECT_NAME");
        mapToProject(one, "Custom.Lead", "PROJECT_MANAGER");
        organization.update(first, Map.of("Custom.Called", " Clinic   roll-out ", "Custom.Lead", "Priya Nair"));
        world.get(SyncQueue.class).enqueueFull(List.of(one), "anna");
        world.work();
        assertThat(project(one).name()).isEqualTo("Clinic roll-out");
        assertThat(project(one).manager()).isEqualTo(new ProjectManager(null, "Priya Nair"));

        organization.update(first, Map.of("Custom.Called", "CLINIC", "Custom.Lead", "\u202Eevil"));
        world.enqueue(one, SyncTrigger.SCHEDULE);
        world.work();

        assertThat(project(one).name()).as("another project has it").isEqualTo("Clinic roll-out");
        assertThat(project(one).manager()).isEqualTo(new ProjectManager(null, "Priya Nair"));
    }

    @Test
    void hasRulesAndMappingsFollowAProcessThatIsRenamed() {
        map(RISK);
        world.jdbc().sql("UPDATE link SET process = 'As it was called'").update();
        world.jdbc()
                .sql("UPDATE field_mapping SET process = 'As it was called'")
                .update();

        sync(SyncTrigger.SCHEDULE);
        world.get(SyncQueue.class).enqueueFull(List.of(link), "anna");
        world.work();

        assertThat(world.jdbc()
                        .sql("SELECT COUNT(*) FROM field_mapping m JOIN link k ON k.process = m.process"
                                + " AND k.organization_key = m.organization_key WHERE m.process <> 'As it was called'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void listensToTheItemThatWasLinkedLast() {
        List<SimItem> epics = organization.items(clinic.id()).stream()
                .filter(item -> item.type().equals("Epic"))
                .toList();
        ProjectId both = world.project("Both");
        List<Link> made = new ArrayList<>();
        for (SimItem epic : epics.subList(0, 2)) {
            organization.update(epic.id(), Map.of("Custom.Health", made.isEmpty() ? "On Track" : "At Risk"));
            made.add(world.link(
                    both, clinic.id().toString(), true, Element.of(ElementKind.WORK_ITEM, Long.toString(epic.id()))));
            world.work();
        }
        mapToProject(made.getFirst(), "Custom.Health", "PROJECT_OVERALL_STATUS");
        world.get(SyncQueue.class).enqueueFull(made, "anna");
        world.work();
        assertThat(project(made.getFirst()).status().overall()).isEqualTo(OverallStatus.AT_RISK);

        organization.update(epics.getFirst().id(), Map.of("Custom.Health", "Off Track"));
        made.forEach(link -> world.enqueue(link, SyncTrigger.SCHEDULE));
        world.work();
        assertThat(project(made.getFirst()).status().overall()).isEqualTo(OverallStatus.AT_RISK);
    }
}
