package tallyfold.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tallyfold.support.Databases;

/** Key dates that people enter. */
@ParameterizedClass
@EnumSource(Databases.Kind.class)
class KeyDateServiceTest extends LinkingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    private final KeyDateService dates;

    KeyDateServiceTest(Databases.Kind kind) {
        super(kind);
        dates = context.getBean(KeyDateService.class);
    }

    private OwnKeyDate add(ProjectId project, String name, LocalDate day) {
        KeyDateDraft draft = new KeyDateDraft(name, day, false);
        List<OwnKeyDate> before = dates.list(project);
        return saved(save(project, draft)).stream()
                .filter(date -> !before.contains(date))
                .findFirst()
                .orElseThrow();
    }

    private KeyDateResult save(ProjectId project, KeyDateDraft... added) {
        return dates.save(
                project,
                Stream.of(added).map(draft -> new KeyDateChange(null, draft)).toList(),
                List.of());
    }

    private static List<OwnKeyDate> saved(KeyDateResult result) {
        return ((KeyDateResult.Saved) result).keyDates();
    }

    @Test
    void listsThemByDayThenName() {
        ProjectId shop = project("Shop");
        OwnKeyDate live = add(shop, "Go-live", DAY);
        OwnKeyDate pilot = add(shop, " the   Pilot ", DAY.minusDays(9));
        OwnKeyDate audit = add(shop, "audit", DAY);

        assertThat(dates.list(shop)).containsExactly(pilot, audit, live);
        assertThat(pilot.name()).isEqualTo("the Pilot");
        assertThat(dates.listOf(List.of(shop, project("Bank")))).containsOnlyKeys(shop);
    }

    @Test
    void addsChangesAndDeletesInOneGo() {
        ProjectId shop = project("Shop");
        OwnKeyDate live = add(shop, "Go-live", DAY);
        OwnKeyDate pilot = add(shop, "Pilot", DAY.minusDays(9));

        List<OwnKeyDate> after = saved(dates.save(
                shop,
                List.of(
                        new KeyDateChange(live, new KeyDateDraft("Go-live", DAY.plusDays(1), true)),
                        new KeyDateChange(null, new KeyDateDraft("Review", DAY, false))),
                List.of(pilot)));

        assertThat(after).isEqualTo(dates.list(shop));
        assertThat(after).extracting(OwnKeyDate::name).containsExactly("Review", "Go-live");
        assertThat(after.getLast()).isEqualTo(new OwnKeyDate(live.id(), shop, "Go-live", DAY.plusDays(1), true, 1));
        assertThat(saved(dates.save(shop, List.of(), List.of(pilot))))
                .as("gone already")
                .isEqualTo(after);
    }

    @Test
    void savesNothingOfWhatIsPartlyRefused() {
        ProjectId shop = project("Shop");
        OwnKeyDate live = add(shop, "Go-live", DAY);

        KeyDateResult result = dates.save(
                shop,
                List.of(
                        new KeyDateChange(null, new KeyDateDraft("Fine", DAY, false)),
                        new KeyDateChange(null, new KeyDateDraft("No day", null, false))),
                List.of(live));

        assertThat(result).isInstanceOfSatisfying(KeyDateResult.Refused.class, refused -> {
            assertThat(refused.place()).isEqualTo(1);
            assertThat(refused.field()).isEqualTo(KeyDateResult.Field.DAY);
        });
        assertThat(dates.list(shop)).containsExactly(live);
    }

    @Test
    void savesNothingOverWhatSomebodyElseChanged() {
        ProjectId shop = project("Shop");
        OwnKeyDate seen = add(shop, "Go-live", DAY);
        KeyDateChange late = new KeyDateChange(seen, new KeyDateDraft("Late", DAY, false));
        KeyDateChange more = new KeyDateChange(null, new KeyDateDraft("More", DAY, false));
        dates.save(shop, List.of(new KeyDateChange(seen, new KeyDateDraft("First", DAY, false))), List.of());
        List<OwnKeyDate> there = dates.list(shop);

        assertThat(dates.save(shop, List.of(more, late), List.of())).isInstanceOf(KeyDateResult.Outdated.class);
        assertThat(dates.save(shop, List.of(more), List.of(seen))).isInstanceOf(KeyDateResult.Outdated.class);
        assertThat(dates.save(project("Bank"), List.of(late), List.of()))
                .as("of another project")
                .isInstanceOf(KeyDateResult.Outdated.class);
        assertThat(dates.list(shop)).isEqualTo(there);
    }

    @Test
    void saysAtWhichFieldItObjects() {
        ProjectId shop = project("Shop");

        assertThat(field(shop, new KeyDateDraft(" ", DAY, false))).isEqualTo(KeyDateResult.Field.NAME);
        assertThat(field(shop, new KeyDateDraft("x".repeat(257), DAY, false))).isEqualTo(KeyDateResult.Field.NAME);
        assertThat(field(shop, new KeyDateDraft("a\u202eb", DAY, false))).isEqualTo(KeyDateResult.Field.NAME);
        assertThat(field(shop, new KeyDateDraft("Go", null, false))).isEqualTo(KeyDateResult.Field.DAY);
        assertThat(field(shop, new KeyDateDraft("Go", LocalDate.MAX, false))).isEqualTo(KeyDateResult.Field.DAY);
        assertThat(save(new ProjectId(UUID.randomUUID()), new KeyDateDraft("Go", DAY, false)))
                .isInstanceOf(KeyDateResult.Outdated.class);
    }

    private KeyDateResult.Field field(ProjectId project, KeyDateDraft draft) {
        return ((KeyDateResult.Refused) save(project, draft)).field();
    }

    @Test
    void takesNoMoreThanAProjectCanShow() {
        ProjectId shop = project("Shop");
        for (int i = 0; i < KeyDateService.MOST; i++) {
            add(shop, "Day " + i, DAY.plusDays(i));
        }

        assertThat(field(shop, new KeyDateDraft("One more", DAY, false))).isEqualTo(KeyDateResult.Field.NAME);
    }
}
