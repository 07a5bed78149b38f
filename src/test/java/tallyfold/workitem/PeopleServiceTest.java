package tallyfold.workitem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tallyfold.connection.ConnectionId;
import tallyfold.project.LinkId;
import tallyfold.project.ProjectId;
import tallyfold.support.Databases;
import tallyfold.support.MutableClock;

@ParameterizedClass
@EnumSource(Databases.Kind.class)
class PeopleServiceTest {

    private final Databases database;
    private final WorkItemSeed seed;
    private final PeopleService service;
    private final ConnectionId fabrikam = new ConnectionId(UUID.randomUUID());
    private final ProjectId project;
    private final LinkId link;

    PeopleServiceTest(Databases.Kind kind) {
        database = Databases.fresh(kind);
        seed = new WorkItemSeed(database.jdbc());
        service = WorkItemReadings.people(database.jdbc(), new MutableClock());
        project = seed.project("Shop");
        link = seed.link(project, fabrikam, "Shop", "Agile");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void assign(long id, String person, String category, @Nullable Boolean active) {
        seed.item(link, fabrikam, id, item -> {
            item.assignee = person;
            item.category = category;
        });
        database.jdbc()
                .sql("UPDATE work_item SET assignee_active = CAST(? AS BOOLEAN) WHERE remote_id = ?")
                .param(active)
                .param(id)
                .update();
    }

    private void team(LinkId of, String team, String person, boolean active) {
        database.jdbc()
                .sql("INSERT INTO team (link_id, remote_key, name) VALUES (?, ?, ?)")
                .params(of.value(), team, "Team " + team)
                .update();
        database.jdbc()
                .sql("""
                        INSERT INTO team_member (link_id, team_key, person_key, display_name, unique_name, active)
                        VALUES (?, ?, ?, ?, ?, ?)""")
                .params(of.value(), team, person, "Member " + person, person + "@example.test", active)
                .update();
    }

    private void teamsToo() {
        database.jdbc().sql("UPDATE link SET assigned_only = FALSE").update();
    }

    @Test
    void countsOpenAndClosedItemsOfThoseWhoHaveAny() {
        assign(1, "tom", "IN_PROGRESS", true);
        assign(2, "tom", "COMPLETED", null);
        assign(3, "tom", "REMOVED", true);
        assign(4, "Ann", "PROPOSED", false);
        seed.item(link, fabrikam, 5, item -> {});
        seed.item(link, fabrikam, 6, item -> {
            item.assignee = "gone";
            item.removed = true;
        });

        assertThat(service.people(project))
                .containsExactly(
                        new PersonRow("Ann", "Ann", null, false, true, List.of(), 1, 0),
                        new PersonRow("tom", "tom", null, true, true, List.of(), 1, 1));
    }

    @Test
    void leavesTeamsOutWhereAssignmentsSayWho() {
        team(link, "red", "ben", true);

        assertThat(service.people(project)).isEmpty();
    }

    @Test
    void bringsAPersonOnceWithAllTeams() {
        assign(1, "tom", "IN_PROGRESS", true);
        LinkId second = seed.link(project, fabrikam, "Bank", "Agile");
        team(link, "red", "tom", false);
        team(link, "blue", "tom", false);
        team(second, "red", "tom", false);
        team(second, "green", "zoe", true);
        teamsToo();

        assertThat(service.people(project))
                .containsExactly(
                        new PersonRow(
                                "tom",
                                "Member tom",
                                "tom@example.test",
                                false,
                                true,
                                List.of("Team blue", "Team red"),
                                1,
                                0),
                        new PersonRow(
                                "zoe", "Member zoe", "zoe@example.test", true, false, List.of("Team green"), 0, 0));
    }

    @Test
    void countsAnItemOfTwoLinksOnce() {
        assign(1, "tom", "IN_PROGRESS", true);
        LinkId second = seed.link(project, fabrikam, "Shop again", "Agile");
        seed.show(second, fabrikam, 1, false);

        assertThat(service.people(project)).extracting(PersonRow::open).containsExactly(1L);
    }
}
