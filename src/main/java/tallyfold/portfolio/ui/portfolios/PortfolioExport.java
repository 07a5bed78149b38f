package tallyfold.portfolio.ui.portfolios;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tallyfold.kernel.Csv;
import tallyfold.portfolio.ui.PortfolioField;
import tallyfold.portfolio.ui.ProjectDates;
import tallyfold.portfolio.ui.ProjectRow;
import tallyfold.project.Portfolio;
import tallyfold.project.PortfolioTree;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the projects of a portfolio line by line, without holding the file. Days are written as in ISO 8601, statuses as their
 * constant names, percents as whole numbers.
 */
final class PortfolioExport {

    private static final String HEADER =
            "Portfolio,Project,Status,Progress,Stage,Overall status,Schedule status,Schedule reason,Manager,Percent,Items,Closed,Late,"
                    + "Start,Finish,Organizations,Last sync,Description";

    private static final JsonMapper JSON = new JsonMapper();

    private final Overview overview;
    private final Portfolio portfolio;

    PortfolioExport(Overview overview, Portfolio portfolio) {
        this.overview = overview;
        this.portfolio = portfolio;
    }

    int projects() {
        return overview.below(portfolio.id()).size();
    }

    void csv(OutputStream stream) throws IOException {
        Writer out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        out.write(Csv.BYTE_ORDER_MARK + HEADER + Csv.END);
        for (ProjectRow row : overview.below(portfolio.id())) {
            out.write(line(row) + Csv.END);
        }
        out.flush();
    }

    private String line(ProjectRow row) {
        ProjectDates dates = row.dates();
        return String.join(
                ",",
                Csv.text(where(row)),
                Csv.text(row.project().name()),
                Csv.text(row.status().label()),
                Csv.text(row.project().status().progress().label()),
                Csv.text(row.project().status().stage().label()),
                Csv.text(row.project().status().overall().label()),
                Csv.text(row.schedule().status().label()),
                Csv.text(row.schedule().reason()),
                Csv.text(row.manager()),
                Integer.toString(row.share().percent()),
                Long.toString(row.share().items()),
                Long.toString(row.share().closed()),
                Long.toString(row.figures().late()),
                bare(dates.start()),
                bare(dates.finish()),
                Csv.text(String.join("; ", row.organizations())),
                bare(synced(row)),
                Csv.text(row.project().description()));
    }

    void json(OutputStream stream, Instant now) throws IOException {
        RollUp rollUp = overview.rollUp(portfolio.id());
        try (JsonGenerator out = JSON.createGenerator(stream)) {
            out.writeStartObject();
            out.writeStringProperty("exportedAt", now.toString());
            out.writeName("portfolio");
            out.writeStartObject();
            out.writeStringProperty("id", portfolio.id().value().toString());
            out.writeStringProperty("name", portfolio.name());
            out.writeStringProperty("path", PortfolioField.path(overview.tree(), portfolio.id()));
            out.writeStringProperty("description", portfolio.description());
            out.writeStringProperty("owner", portfolio.owner());
            out.writeNumberProperty("projects", rollUp.projects());
            out.writeNumberProperty("percent", rollUp.share().percent());
            out.writeNumberProperty("items", rollUp.share().items());
            out.writeNumberProperty("closed", rollUp.share().closed());
            out.writeNumberProperty("late", rollUp.late());
            day(out, "start", rollUp.start());
            day(out, "finish", rollUp.finish());
            out.writeEndObject();
            programs(out);
            out.writeName("projects");
            out.writeStartArray();
            for (ProjectRow row : overview.below(portfolio.id())) {
                project(out, row);
            }
            out.writeEndArray();
            out.writeEndObject();
        }
    }

    private void programs(JsonGenerator out) {
        PortfolioTree tree = overview.tree();
        List<Portfolio> programs = tree.below(portfolio.id()).stream()
                .filter(id -> !id.equals(portfolio.id()))
                .flatMap(id -> tree.find(id).stream())
                .toList();
        out.writeName("programs");
        out.writeStartArray();
        for (Portfolio program : programs) {
            RollUp rollUp = overview.rollUp(program.id());
            out.writeStartObject();
            out.writeStringProperty("id", program.id().value().toString());
            out.writeStringProperty("name", program.name());
            out.writeStringProperty(
                    "parent",
                    program.parent() == null ? "" : program.parent().value().toString());
            out.writeNumberProperty("projects", rollUp.projects());
            out.writeNumberProperty("percent", rollUp.share().percent());
            out.writeNumberProperty("late", rollUp.late());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void project(JsonGenerator out, ProjectRow row) {
        Portfolio own = row.portfolio();
        out.writeStartObject();
        out.writeStringProperty("id", row.project().id().value().toString());
        out.writeStringProperty("name", row.project().name());
        out.writeStringProperty("description", row.project().description());
        out.writeStringProperty("portfolio", own == null ? "" : own.id().value().toString());
        out.writeStringProperty("status", row.status().name());
        out.writeStringProperty("progress", row.project().status().progress().name());
        out.writeStringProperty("stage", row.project().status().stage().name());
        out.writeStringProperty(
                "overallStatus", row.project().status().overall().name());
        out.writeStringProperty("scheduleStatus", row.schedule().status().name());
        out.writeBooleanProperty("scheduleAutomatic", row.schedule().automatic());
        out.writeStringProperty("scheduleReason", row.schedule().reason());
        out.writeStringProperty("manager", row.manager());
        out.writeNumberProperty("percent", row.share().percent());
        out.writeNumberProperty("items", row.share().items());
        out.writeNumberProperty("closed", row.share().closed());
        out.writeNumberProperty("late", row.figures().late());
        out.writeName("byCategory");
        out.writeStartObject();
        row.share()
                .byCategory()
                .forEach((category, count) ->
                        out.writeNumberProperty(category.name().toLowerCase(Locale.ROOT), count));
        out.writeEndObject();
        day(out, "start", row.dates().start());
        day(out, "finish", row.dates().finish());
        out.writeName("organizations");
        out.writeStartArray();
        row.organizations().forEach(out::writeString);
        out.writeEndArray();
        day(out, "lastSync", synced(row));
        out.writeEndObject();
    }

    private String where(ProjectRow row) {
        Portfolio own = row.portfolio();
        return own == null ? "" : PortfolioField.path(overview.tree(), own.id());
    }

    private static @Nullable Instant synced(ProjectRow row) {
        return row.run() == null ? null : row.run().finished();
    }

    private static void day(JsonGenerator out, String name, @Nullable Object day) {
        if (day == null) {
            out.writeNullProperty(name);
        } else {
            out.writeStringProperty(name, day.toString());
        }
    }

    private static String bare(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
