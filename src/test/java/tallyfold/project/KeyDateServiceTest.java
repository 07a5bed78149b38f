package tallyfold.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
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
        return ((KeyDateResult.Saved) dates.add(project, new KeyDateDraft(name, day, false))).keyDate();
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
    void changesAndDeletesOne() {
        ProjectId shop = project("Shop");
        OwnKeyDate before = add(shop, "Go-live", DAY);

        OwnKeyDate after = ((KeyDateResult.Saved)
                        dates.change(before, new KeyDateDraft("Go-live", DAY.plusDays(1), true)))
                .keyDate();

        assertThat(dates.list(shop)).containsExactly(after);
        assertThat(after.done()).isTrue();
        assertThat(dates.change(before, new KeyDateDraft("Late", DAY, false)))
                .isInstanceOf(KeyDateResult.Outdated.class);
        assertThat(dates.delete(after)).isTrue();
        assertThat(dates.delete(after)).isFalse();
        assertThat(dates.list(shop)).isEmpty();
    }

    @Test
    void saysAtWhichFieldItObjects() {
        ProjectId shop = project("Shop");

        assertThat(field(shop, new KeyDateDraft(" ", DAY, false))).isEqualTo(KeyDateResult.Field.NAME);
        assertThat(field(shop, new KeyDateDraft("x".repeat(257), DAY, false))).isEqualTo(KeyDateResult.Field.NAME);
        assertThat(field(shop, new KeyDateDraft("a\u202eb", DAY, false))).isEqualTo(KeyDateResult.Field.NAME);
        assertThat(field(shop, new KeyDateDraft("Go", null, false))).isEqualTo(KeyDateResult.Field.DAY);
        assertThat(field(shop, new KeyDateDraft("Go", LocalDate.MAX, false))).isEqualTo(KeyDateResult.Field.DAY);
        assertThat(dates.add(new ProjectId(UUID.randomUUID()), new KeyDateDraft("Go", DAY, false)))
                .isInstanceOf(KeyDateResult.Outdated.class);
    }

    private KeyDateResult.Field field(ProjectId project, KeyDateDraft draft) {
        return ((KeyDateResult.Refused) dates.add(project, draft)).field();
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
