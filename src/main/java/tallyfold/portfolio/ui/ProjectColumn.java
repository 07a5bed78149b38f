package tallyfold.portfolio.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tallyfold.uikit.Texts;

/** The columns of the list of projects, by their names in its address. */
enum ProjectColumn {
    NAME("name"),
    STATUS("status"),
    SCHEDULE("schedule"),
    PROGRESS("progress"),
    LATE("late"),
    MANAGER("manager"),
    DATES("dates"),
    PORTFOLIO("portfolio"),
    SYSTEM("system"),
    LAST_SYNC("last-sync");

    /** Those shown unless somebody chooses others; the portfolio stands on the page of the project too. */
    static final List<String> USUAL =
            List.of("status", "schedule", "progress", "manager", "dates", "system", "last-sync");

    private final String key;

    ProjectColumn(String key) {
        this.key = key;
    }

    static Optional<ProjectColumn> of(String key) {
        return Arrays.stream(values()).filter(column -> column.key.equals(key)).findFirst();
    }

    /** Those that can be left out, which is all but the name. */
    static List<ProjectColumn> optional() {
        return Arrays.stream(values()).filter(column -> column != NAME).toList();
    }

    String key() {
        return key;
    }

    String label() {
        return Texts.of("portfolio.column." + key);
    }

    /** The order of lines by this column; what is not known comes last. */
    Comparator<ProjectRow> order() {
        return switch (this) {
            case NAME -> Comparator.comparing(row -> row.project().name(), String.CASE_INSENSITIVE_ORDER);
            case STATUS -> Comparator.comparing(ProjectRow::status);
            case SCHEDULE -> Comparator.comparingInt(row -> row.schedule().rank());
            case PROGRESS -> Comparator.comparingInt(row -> row.share().percent());
            case LATE -> Comparator.comparingLong(row -> row.figures().late());
            case MANAGER -> Comparator.comparing(ProjectRow::manager, String.CASE_INSENSITIVE_ORDER);
            case DATES ->
                Comparator.comparing(
                        row -> row.dates().finish(), Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()));
            case PORTFOLIO ->
                Comparator.comparing(
                        row -> row.portfolio() == null ? "" : row.portfolio().name());
            case SYSTEM -> Comparator.comparing(ProjectRow::systems);
            case LAST_SYNC ->
                Comparator.comparing(
                        row -> row.run() == null ? null : row.run().finished(),
                        Comparator.nullsLast(Comparator.<Instant>naturalOrder()));
        };
    }
}
