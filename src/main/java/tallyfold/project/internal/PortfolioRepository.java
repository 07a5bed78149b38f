package tallyfold.project.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import tallyfold.project.Portfolio;
import tallyfold.project.PortfolioId;
import tallyfold.project.PortfolioTree;
import tallyfold.project.ProjectId;

/** The table of portfolios, and which project lies in which. */
@Repository
public class PortfolioRepository {

    private static final String SELECT =
            "SELECT id, name, description, owner, parent_id, created_at, version FROM portfolio ";

    private final JdbcClient jdbc;

    PortfolioRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits until nobody else changes the tree; holds until the transaction ends. After the gate of links, never before it. */
    public void lockGate() {
        jdbc.sql("SELECT only_row FROM portfolio_gate WHERE only_row = 1 FOR UPDATE")
                .query((rs, _) -> rs.getInt(1))
                .single();
    }

    public Optional<Portfolio> find(PortfolioId id) {
        return jdbc.sql(SELECT + "WHERE id = ?")
                .param(id.value())
                .query(PortfolioRepository::portfolio)
                .optional();
    }

    public PortfolioTree tree() {
        List<Portfolio> all = jdbc.sql(SELECT + "ORDER BY name_key, id")
                .query(PortfolioRepository::portfolio)
                .list();
        Map<ProjectId, PortfolioId> placements = new HashMap<>();
        jdbc.sql("SELECT id, portfolio_id FROM project WHERE portfolio_id IS NOT NULL")
                .query(rs -> {
                    placements.put(
                            new ProjectId(rs.getObject(1, UUID.class)), new PortfolioId(rs.getObject(2, UUID.class)));
                });
        return new PortfolioTree(all, placements);
    }

    public void insert(Portfolio portfolio, String createdBy) {
        jdbc.sql("""
                INSERT INTO portfolio (id, parent_id, name, name_key, description, owner, created_at, created_by, version)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(portfolio.id().value())
                .param(value(portfolio.parent()))
                .param(portfolio.name())
                .param(ProjectNames.key(portfolio.name()))
                .param(portfolio.description())
                .param(portfolio.owner())
                .param(ProjectRepository.utc(portfolio.created()))
                .param(createdBy)
                .param(portfolio.version())
                .update();
    }

    public void change(Portfolio portfolio) {
        jdbc.sql("UPDATE portfolio SET parent_id = ?, name = ?, name_key = ?, description = ?, owner = ?, version = ?"
                        + " WHERE id = ?")
                .param(value(portfolio.parent()))
                .param(portfolio.name())
                .param(ProjectNames.key(portfolio.name()))
                .param(portfolio.description())
                .param(portfolio.owner())
                .param(portfolio.version())
                .param(portfolio.id().value())
                .update();
    }

    /** Deletes one; what lies in it comes to lie where it lay. */
    public void dissolve(Portfolio portfolio) {
        for (String sql : List.of(
                "UPDATE project SET portfolio_id = ? WHERE portfolio_id = ?",
                "UPDATE portfolio SET parent_id = ?, version = version + 1 WHERE parent_id = ?")) {
            jdbc.sql(sql)
                    .param(value(portfolio.parent()))
                    .param(portfolio.id().value())
                    .update();
        }
        jdbc.sql("DELETE FROM portfolio WHERE id = ?")
                .param(portfolio.id().value())
                .update();
    }

    /** Puts projects into a portfolio, or for null into none; says how many there were. */
    public int place(Collection<ProjectId> projects, @Nullable PortfolioId portfolio) {
        return jdbc.sql("UPDATE project SET portfolio_id = ?" + " WHERE id = ANY(CAST(? AS UUID ARRAY))")
                .param(value(portfolio))
                .param(new SqlArrayValue(
                        "uuid", projects.stream().map(ProjectId::value).toArray()))
                .update();
    }

    /** The same for those that lie in none yet. */
    public void placeHomeless(Collection<ProjectId> projects, PortfolioId portfolio) {
        jdbc.sql("UPDATE project SET portfolio_id = ? WHERE portfolio_id IS NULL"
                        + " AND id = ANY(CAST(? AS UUID ARRAY))")
                .param(portfolio.value())
                .param(new SqlArrayValue(
                        "uuid", projects.stream().map(ProjectId::value).toArray()))
                .update();
    }

    private static @Nullable UUID value(@Nullable PortfolioId id) {
        return id == null ? null : id.value();
    }

    private static Portfolio portfolio(ResultSet rs, int row) throws SQLException {
        UUID parent = rs.getObject("parent_id", UUID.class);
        return new Portfolio(
                new PortfolioId(rs.getObject("id", UUID.class)),
                rs.getString("name"),
                rs.getString("description"),
                rs.getString("owner"),
                parent == null ? null : new PortfolioId(parent),
                rs.getObject("created_at", OffsetDateTime.class).toInstant(),
                rs.getInt("version"));
    }
}
