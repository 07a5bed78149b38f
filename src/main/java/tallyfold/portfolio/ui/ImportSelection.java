package tallyfold.portfolio.ui;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tallyfold.project.ImportChoice;
import tallyfold.project.ImportStatus;
import tallyfold.project.Project;
import tallyfold.project.ProjectId;
import tallyfold.provider.RemoteProjectId;
import tallyfold.uikit.Texts;

/** Which rows are shown, which are chosen, and whether they can be imported together. Knows no component. */
final class ImportSelection {

    /** The longest name a project may have, in characters. */
    static final int MAX_NAME = 256;

    private final Map<RemoteProjectId, ImportRow> rows = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();
    private Set<ImportRow> selected = new LinkedHashSet<>();
    private List<String> words = List.of();
    private @Nullable ImportStatus status;

    ImportSelection(List<ImportRow> all, List<Project> existing) {
        all.forEach(row -> rows.put(row.id(), row));
        Stream.concat(existing.stream(), all.stream().map(ImportRow::match).filter(match -> match != null))
                .forEach(project -> taken.add(key(project.name())));
    }

    /** How many rows there are, how many are chosen, and what will become of those. */
    record Counts(int all, int selected, int toCreate, int toLink) {}

    Collection<ImportRow> rows() {
        return rows.values();
    }

    void filter(String text, @Nullable ImportStatus wanted) {
        words = Stream.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        status = wanted;
    }

    boolean filtered() {
        return !words.isEmpty() || status != null;
    }

    /** Whether the row passes the filter: every word typed is in one of its names or in its description. */
    boolean matches(ImportRow row) {
        if (status != null && row.status() != status) {
            return false;
        }
        String text = (row.remote().name()
                        + '\n'
                        + row.nameInTallyfold()
                        + '\n'
                        + row.remote().description())
                .toLowerCase(Locale.ROOT);
        return words.stream().allMatch(text::contains);
    }

    /** The rows "Select all that match" takes. */
    List<ImportRow> selectableMatches() {
        return rows.values().stream()
                .filter(ImportRow::selectable)
                .filter(this::matches)
                .toList();
    }

    void select(Collection<ImportRow> chosen) {
        selected = new LinkedHashSet<>(chosen);
    }

    Set<ImportRow> selected() {
        return Set.copyOf(selected);
    }

    Counts counts() {
        int toLink = (int) selected.stream()
                .filter(row -> row.status() == ImportStatus.LINK)
                .count();
        return new Counts(rows.size(), selected.size(), selected.size() - toLink, toLink);
    }

    /** What the server said of the rows; shown until they are changed. */
    void refused(Map<RemoteProjectId, String> reasons) {
        reasons.forEach((id, reason) -> {
            ImportRow row = rows.get(id);
            if (row != null) {
                row.refused(reason);
            }
        });
    }

    /** Why chosen rows cannot be imported as they stand, in the order of the list; empty when all can. */
    Map<ImportRow, String> problems() {
        Map<ImportRow, String> problems = new LinkedHashMap<>();
        Map<String, ImportRow> namesHere = new HashMap<>();
        Map<ProjectId, ImportRow> targetsHere = new HashMap<>();
        // Rows whose name was typed come last, so that the blame falls on them and not on an untouched row.
        Stream.concat(inOrder().filter(row -> !row.renamed()), inOrder().filter(ImportRow::renamed))
                .forEach(row -> {
                    String key = problemKey(row, namesHere, targetsHere);
                    String refusal = row.refusal();
                    if (key != null) {
                        problems.put(row, Texts.of(key));
                    } else if (refusal != null) {
                        problems.put(row, refusal);
                    }
                });
        Map<ImportRow, String> ordered = new LinkedHashMap<>();
        inOrder().filter(problems::containsKey).forEach(row -> ordered.put(row, problems.getOrDefault(row, "")));
        return ordered;
    }

    List<ImportChoice> choices() {
        return inOrder().map(ImportRow::choice).toList();
    }

    private @Nullable String problemKey(
            ImportRow row, Map<String, ImportRow> namesHere, Map<ProjectId, ImportRow> targetsHere) {
        Project target = row.target();
        if (target != null) {
            return targetsHere.putIfAbsent(target.id(), row) == null ? null : "importing.problem.target-twice";
        }
        String name = tidy(row.name());
        if (name.isEmpty()) {
            return "importing.problem.name-missing";
        }
        if (name.length() > MAX_NAME) {
            return "importing.problem.name-too-long";
        }
        if (taken.contains(key(name))) {
            return "importing.problem.project-exists";
        }
        return namesHere.putIfAbsent(key(name), row) == null ? null : "importing.problem.other-row";
    }

    private Stream<ImportRow> inOrder() {
        return rows.values().stream().filter(selected::contains);
    }

    private static String key(String name) {
        return tidy(name).toLowerCase(Locale.ROOT);
    }

    /** The name as it will be stored, so that names which end up the same are seen as the same here. */
    private static String tidy(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .replaceAll("[\\s\\u00a0]+", " ")
                .strip();
    }
}
