package tallyfold.workitem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import tallyfold.audit.AuditEvent;
import tallyfold.audit.AuditLog;
import tallyfold.connection.Connection;
import tallyfold.connection.ConnectionId;
import tallyfold.connection.ConnectionService;
import tallyfold.connection.ConnectionSessions;
import tallyfold.kernel.PageQuery;
import tallyfold.project.Link;
import tallyfold.project.LinkId;
import tallyfold.project.LinkStore;
import tallyfold.project.LinkedElement;
import tallyfold.project.ProcessRenamed;
import tallyfold.project.ProjectId;
import tallyfold.provider.Element;
import tallyfold.provider.ElementKind;
import tallyfold.provider.RemoteField;
import tallyfold.provider.RemoteProjectId;
import tallyfold.security.CurrentUser;
import tallyfold.security.Role;
import tallyfold.support.Databases;
import tallyfold.support.TestUsers;
import tallyfold.workitem.FieldMappingResult.Outdated;
import tallyfold.workitem.FieldMappingResult.Part;
import tallyfold.workitem.FieldMappingResult.Refused;
import tallyfold.workitem.FieldMappingResult.Saved;
import tallyfold.workitem.internal.FieldMappingRepository;
import tallyfold.workitem.internal.FieldMappingRules;
import tallyfold.workitem.internal.MappedLinkRepository;

/** Mapping fields: who may, what is refused, where it holds, and what people see of it. */
@ParameterizedClass
@EnumSource(Databases.Kind.class)
class FieldMappingServiceTest {

    private static final RemoteField RISK = new RemoteField("Custom.Risk", "Risk class", RemoteField.Type.TEXT);
    private static final String STORY = "User Story";

    private final Databases database;
    private final WorkItemSeed seed;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final ConnectionId connection = new ConnectionId(UUID.randomUUID());
    private final LinkStore links = mock(LinkStore.class);
    private final ProjectFieldStore projects = mock(ProjectFieldStore.class);
    private final ConnectionService connections = mock(ConnectionService.class);
    private final AuditLog audit = mock(AuditLog.class);
    private final List<Object> told = new ArrayList<>();
    private FieldMappingService service;
    private MappedFieldService mapped;
    private ProjectId shop;
    private LinkId link;

    FieldMappingServiceTest(Databases.Kind kind) {
        database = Databases.fresh(kind);
        seed = new WorkItemSeed(database.jdbc());
    }

    @BeforeEach
    void aLink() {
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database.dataSource()));
        context.registerBean(JdbcClient.class, database::jdbc);
        context.registerBean(Clock.class, Clock::systemUTC);
        context.register(MappedFieldService.class);
        context.scan("tallyfold.workitem.internal");
        context.refresh();
        mapped = context.getBean(MappedFieldService.class);
        CurrentUser user = mock(CurrentUser.class);
        when(user.require()).thenReturn(TestUsers.user(Role.PROJECT_MANAGER, "anna"));
        service = new FieldMappingService(
                context.getBean(FieldMappingRepository.class),
                context.getBean(MappedLinkRepository.class),
                links,
                projects,
                connections,
                mock(ConnectionSessions.class),
                user,
                audit,
                told::add,
                Clock.systemUTC());
        when(connections.find(connection)).thenReturn(Optional.of(mock(Connection.class)));
        shop = seed.project("Shop");
        link = link(shop, "Shop", "Agile", Element.WHOLE_PROJECT);
    }

    @AfterEach
    void close() {
        context.close();
        database.close();
    }

    private LinkId link(ProjectId project, String name, @Nullable String process, Element element) {
        LinkId id = seed.link(project, connection, name, process);
        seed.type(id, STORY, "009CCC", "icon_book", "REQUIREMENT");
        seed.type(id, "Task", "F2CB1D", "icon_clipboard", "TASK");
        when(links.find(id))
                .thenReturn(Optional.of(new Link(
                        id,
                        project,
                        connection,
                        "fabrikam",
                        new RemoteProjectId(name),
                        name,
                        process,
                        null,
                        List.of(new LinkedElement(element, name, null)),
                        true,
                        null,
                        Instant.EPOCH,
                        null)));
        return id;
    }

    private static FieldMappingDraft draft(RemoteField field, String column, FieldRule... rules) {
        return new FieldMappingDraft(STORY, field, FieldTarget.COLUMN, column, List.of(rules));
    }

    private FieldMapping saved(FieldMappingResult result) {
        return ((Saved) result).mapping();
    }

    private Part refused(FieldMappingResult result) {
        return ((Refused) result).part();
    }

    private WorkItemKey item(long id, String type, RemoteField field, String value) {
        WorkItemKey key = seed.item(link, connection, id, it -> it.type = type);
        database.jdbc()
                .sql("INSERT INTO work_item_field (connection_id, remote_id, field, field_value) VALUES (?, ?, ?, ?)")
                .params(connection.value(), id, field.reference(), value)
                .update();
        return key;
    }

    private String shown(WorkItemKey key, String column) {
        return mapped.values(shop, List.of(key)).getOrDefault(key, Map.of()).getOrDefault(column, "");
    }

    @Test
    void showsWhatTheRulesMakeOfAValueAtOnce() {
        WorkItemKey high = item(1, STORY, RISK, "1 - High");
        WorkItemKey other = item(2, STORY, RISK, "=odd");
        WorkItemKey task = item(3, "Task", RISK, "1 - High");
        FieldMapping mapping = saved(service.add(
                link, draft(RISK, "Risk", new FieldRule(" 1 - HIGH ", "Red"), new FieldRule("2 - Low", "Green"))));
        assertThat(shown(high, "Risk")).isEqualTo("Red");
        assertThat(shown(other, "Risk")).isEqualTo("=odd");
        assertThat(shown(task, "Risk")).isEmpty();
        assertThat(mapped.columns(shop)).containsExactly("Risk");

        service.change(link, mapping.id(), draft(RISK, "Danger", new FieldRule("1 - High", "Hot")), 0);

        assertThat(shown(high, "Danger")).isEqualTo("Hot");
        assertThat(mapped.columns(shop)).containsExactly("Danger");
    }

    private List<Long> found(ColumnValue... wanted) {
        WorkItemFilter filter = WorkItemFilter.NONE.withMapped(List.of(wanted));
        WorkItemService items = WorkItemReadings.service(database.jdbc(), Clock.systemUTC());
        List<Long> ids = items.rows(shop, filter, PageQuery.first(100)).stream()
                .map(row -> row.key().id())
                .toList();
        assertThat(items.count(shop, filter)).isEqualTo(ids.size());
        return ids;
    }

    @Test
    void findsItemsByWhatAColumnShows() {
        item(1, STORY, RISK, " 1 - high ");
        item(2, STORY, RISK, "Red");
        item(3, STORY, RISK, "2 - Low");
        item(4, "Task", RISK, "Red");
        item(5, STORY, new RemoteField("Custom.Other", "Other", RemoteField.Type.TEXT), "Red");
        assertThat(found(new ColumnValue("Risk", "Red")))
                .as("before anything is mapped")
                .isEmpty();
        service.add(link, draft(RISK, "Risk", new FieldRule("1 - High", "Red"), new FieldRule("red", "Blue")));

        assertThat(found(new ColumnValue("Risk", "Red"))).containsExactly(1L);
        assertThat(found(new ColumnValue("Risk", "Blue"))).containsExactly(2L);
        assertThat(found(new ColumnValue("Risk", "2 - Low"))).containsExactly(3L);
        assertThat(found(new ColumnValue("Risk", "1 - High")))
                .as("shown as something else")
                .isEmpty();
        assertThat(found(new ColumnValue("Risk", "Red"), new ColumnValue("Risk", "Blue")))
                .containsExactly(1L, 2L);
        assertThat(mapped.choices(shop)).isEqualTo(Map.of("Risk", List.of("2 - Low", "Blue", "Red")));
    }

    @Test
    void followsChangedRulesWhenFindingItemsAgain() {
        item(1, STORY, RISK, "High");
        FieldMapping mapping = saved(service.add(link, draft(RISK, "Risk", new FieldRule("High", "Red"))));
        WorkItemService items = WorkItemReadings.service(database.jdbc(), Clock.systemUTC());
        WorkItemFilter red = WorkItemFilter.NONE.withMapped(List.of(new ColumnValue("Risk", "Red")));
        assertThat(items.rows(shop, red, PageQuery.first(9))).hasSize(1);

        service.change(link, mapping.id(), draft(RISK, "Risk", new FieldRule("High", "Green")), 0);

        assertThat(items.rows(shop, red, PageQuery.first(9))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "' OR '1'='1",
                "x) OR TRUE --",
                "%",
                "_",
                "\u0000",
                "\uD800",
                "\u202E<script>",
                ":mapped0Type",
                "\u6F22\u6F22"
            })
    void takesAnyTextForAValueAndAColumnAndNothingElse(String hostile) {
        item(1, STORY, RISK, "High");
        service.add(link, draft(RISK, "Risk", new FieldRule("Low", "Green")));

        assertThat(found(new ColumnValue("Risk", hostile + "x"))).isEmpty();
        assertThat(found(new ColumnValue(hostile + "x", "High"))).isEmpty();
        assertThat(found(new ColumnValue("Risk", "High"), new ColumnValue(hostile + "x", "High")))
                .as("columns add up")
                .isEmpty();
    }

    @Test
    void holdsForAllLinksByTheProcessAndNoOther() {
        LinkId same = link(seed.project("Web"), "Web", "Agile", Element.WHOLE_PROJECT);
        LinkId other = link(seed.project("App"), "App", "Scrum", Element.WHOLE_PROJECT);

        FieldMapping made = saved(service.add(link, draft(RISK, "Risk", new FieldRule("a", "b"))));

        assertThat(service.mappings(same)).containsExactly(made);
        assertThat(service.mappings(other)).isEmpty();
        assertThat(service.change(other, made.id(), draft(RISK, "Mine"), 0)).isInstanceOf(Outdated.class);
        assertThat(service.remove(other, made.id(), 0)).isFalse();
    }

    @Test
    void followsAProcessThatIsCalledSomethingElse() {
        item(1, STORY, RISK, "High");
        service.add(link, draft(RISK, "Risk"));
        String organization = database.jdbc()
                .sql("SELECT organization_key FROM link WHERE id = ?")
                .param(link.value())
                .query(String.class)
                .single();
        database.jdbc().sql("UPDATE link SET process = 'Agile 2'").update();
        assertThat(mapped.columns(shop)).isEmpty();

        context.publishEvent(new ProcessRenamed(organization, "Agile", "Agile 2"));

        assertThat(mapped.columns(shop)).containsExactly("Risk");
    }

    @Test
    void hasItemsReadAnewForAFieldThatWasNotAskedForBefore() {
        LinkId same = link(seed.project("Web"), "Web", "Agile", Element.WHOLE_PROJECT);

        FieldMappingResult first = service.add(link, draft(RISK, "Risk"));
        assertThat(((Saved) first).reading()).isTrue();
        assertThat(told)
                .singleElement()
                .satisfies(event -> assertThat(((FieldsMapped) event).links()).containsExactlyInAnyOrder(link, same));

        FieldMappingResult second = service.add(link, draft(RISK, "Risk again"));
        assertThat(((Saved) second).reading()).isFalse();
        assertThat(told).hasSize(1);
    }

    @Test
    void refusesWhatCannotBe() {
        service.add(link, draft(RISK, "Risk"));

        assertThat(refused(
                        service.add(link, new FieldMappingDraft("Bug", RISK, FieldTarget.COLUMN, "Bugs", List.of()))))
                .isEqualTo(Part.TYPE);
        assertThat(refused(service.add(link, draft(RISK, " ")))).isEqualTo(Part.COLUMN);
        assertThat(refused(service.add(link, draft(RISK, "a,b")))).isEqualTo(Part.COLUMN);
        assertThat(refused(service.add(link, draft(RISK, "x".repeat(41))))).isEqualTo(Part.COLUMN);
        assertThat(refused(service.add(link, draft(RISK, "assignee")))).isEqualTo(Part.COLUMN);
        assertThat(refused(service.add(link, draft(RISK, "RISK")))).isEqualTo(Part.COLUMN);
        assertThat(refused(service.add(
                        link, new FieldMappingDraft(STORY, RISK, FieldTarget.PROJECT_START, "", List.of()))))
                .isEqualTo(Part.TARGET);
        assertThat(refused(service.add(link, draft(RISK, "Twice", new FieldRule("A", "1"), new FieldRule("a", "2")))))
                .isEqualTo(Part.RULES);
        assertThat(refused(service.add(link, draft(RISK, "Long", new FieldRule("a", "x".repeat(201))))))
                .isEqualTo(Part.RULES);
        assertThat(refused(service.add(
                        link,
                        draft(
                                RISK,
                                "Many",
                                IntStream.range(0, 51)
                                        .mapToObj(i -> new FieldRule("v" + i, "w"))
                                        .toArray(FieldRule[]::new)))))
                .isEqualTo(Part.RULES);
        assertThat(service.mappings(link)).hasSize(1);
    }

    @Test
    void limitsTheFieldsOfAnOrganization() {
        for (int i = 0; i < FieldMappingRules.MOST_FIELDS; i++) {
            service.add(link, draft(new RemoteField("Custom.F" + i, "F" + i, RemoteField.Type.TEXT), "F" + i));
        }

        assertThat(refused(service.add(link, draft(RISK, "Risk")))).isEqualTo(Part.FIELD);
        assertThat(service.add(link, draft(new RemoteField("Custom.F0", "F0", RemoteField.Type.TEXT), "F0 once more")))
                .isInstanceOf(Saved.class);
    }

    @Test
    void offersProjectFieldsToALinkOfOneWorkItem() {
        LinkId one = link(shop, "One", "Agile", Element.of(ElementKind.WORK_ITEM, "7"));

        assertThat(service.link(one)).get().matches(MappableLink::oneItem);
        assertThat(service.link(link))
                .get()
                .matches(place -> !place.oneItem() && place.types().contains(STORY));
        assertThat(service.add(
                        one, new FieldMappingDraft(STORY, RISK, FieldTarget.PROJECT_STAGE, "ignored", List.of())))
                .isInstanceOf(Saved.class);
        verify(projects).refresh(shop);
    }

    @Test
    void refusesAChangeThatSomebodyElseWasFasterWith() {
        FieldMapping mapping = saved(service.add(link, draft(RISK, "Risk")));
        FieldMapping changed = saved(service.change(link, mapping.id(), draft(RISK, "New"), 0));
        assertThat(changed.version()).isEqualTo(1);

        assertThat(service.change(link, mapping.id(), draft(RISK, "Late"), 0)).isInstanceOf(Outdated.class);
        assertThat(service.remove(link, mapping.id(), 0)).isFalse();
        assertThat(mapped.columns(shop)).containsExactly("New");
    }

    @Test
    void dropsValuesNobodyMapsAnyMore() {
        item(1, STORY, RISK, "High");
        FieldMapping one = saved(service.add(link, draft(RISK, "Risk")));
        FieldMapping two = saved(service.add(link, draft(RISK, "Danger")));
        service.remove(link, one.id(), 0);
        assertThat(database.jdbc()
                        .sql("SELECT COUNT(*) FROM work_item_field")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);

        service.remove(link, two.id(), 0);

        assertThat(database.jdbc()
                        .sql("SELECT COUNT(*) FROM work_item_field")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void waitsForTheFirstSync() {
        LinkId fresh = link(shop, "Fresh", null, Element.WHOLE_PROJECT);

        assertThat(service.link(fresh)).isEmpty();
        assertThat(service.mappings(fresh)).isEmpty();
        assertThat(service.add(fresh, draft(RISK, "Risk"))).isInstanceOf(Outdated.class);
    }

    @Test
    void deniesWhoeverMayNotUseTheConnection() {
        when(connections.find(connection)).thenReturn(Optional.empty());

        assertThatThrownBy(() -> service.add(link, draft(RISK, "Risk"))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> service.mappings(link)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> service.fields(link)).isInstanceOf(AccessDeniedException.class);
        verify(audit, never()).record(any(), any(), any(), any());
    }

    @Test
    void writesDownWhoMappedWhat() {
        service.add(link, draft(RISK, "Risk", new FieldRule("secret value", "x")));

        verify(audit)
                .record(
                        eq("field-mapping.added"),
                        contains("Custom.Risk of User Story in Agile"),
                        eq(AuditEvent.Outcome.SUCCESS),
                        contains("Risk, 1 rules"));
    }
}
