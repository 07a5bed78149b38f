package tallyfold.workitem.internal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tallyfold.workitem.PersonRow;
import tallyfold.workitem.internal.PeopleRepository.Assignee;
import tallyfold.workitem.internal.PeopleRepository.Member;

/** Makes one line for each person out of items and teams. */
@Component
public class PeopleReader {

    private static final Comparator<PersonRow> BY_NAME =
            Comparator.comparing(PersonRow::name, String.CASE_INSENSITIVE_ORDER).thenComparing(PersonRow::key);

    private final PeopleRepository people;

    PeopleReader(PeopleRepository people) {
        this.people = people;
    }

    public List<PersonRow> read(ReadingScope scope) {
        Map<String, Assignee> assigned = new HashMap<>();
        people.assignees(scope).forEach(one -> assigned.put(one.key(), one));
        Map<String, List<Member>> members = people.members(scope.project()).stream()
                .collect(Collectors.groupingBy(Member::key, LinkedHashMap::new, Collectors.toList()));
        Set<String> keys = new TreeSet<>(assigned.keySet());
        keys.addAll(members.keySet());
        return keys.stream()
                .map(key -> row(key, assigned.get(key), members.getOrDefault(key, List.of())))
                .sorted(BY_NAME)
                .toList();
    }

    /** The membership of a team tells more of a person than an item does, and is read anew each time. */
    private static PersonRow row(String key, @Nullable Assignee assignee, List<Member> in) {
        boolean active = in.isEmpty()
                ? assignee == null || assignee.active()
                : in.stream().allMatch(Member::active);
        List<String> teams = in.stream()
                .map(Member::team)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .distinct()
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
        String name = key;
        if (!in.isEmpty()) {
            name = in.getFirst().name();
        } else if (assignee != null) {
            name = assignee.name();
        }
        return new PersonRow(
                key,
                name,
                in.isEmpty() ? null : in.getFirst().uniqueName(),
                active,
                assignee != null,
                teams,
                assignee == null ? 0 : assignee.open(),
                assignee == null ? 0 : assignee.closed());
    }
}
