package tallyfold.administration.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.ValidationException;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tallyfold.sync.SyncScheduleService;
import tallyfold.uikit.Notifications;
import tallyfold.uikit.Texts;

/** The zone by which schedules go. */
final class TimeZoneSection extends SettingsCard {

    private final transient SyncScheduleService schedules;
    private final transient Runnable saved;
    private final ComboBox<ZoneId> zone = new ComboBox<>(Texts.of("administration.zone"));
    private final Binder<ZoneChoice> binder = new Binder<>(ZoneChoice.class);

    TimeZoneSection(SyncScheduleService schedules, Runnable saved) {
        super(
                Texts.of("administration.zone"),
                Texts.of("administration.zone-sentence"),
                Texts.of("administration.zone-effect"));
        this.schedules = schedules;
        this.saved = saved;
        zone.setItems(zones());
        zone.setItemLabelGenerator(ZoneId::getId);
        zone.setClearButtonVisible(true);
        zone.setHelperText(Texts.of(
                "administration.zone-default", schedules.configuredZone().getId()));
        binder.forField(zone).bind("zone");
        binder.readRecord(new ZoneChoice(schedules.chosenZone().orElse(null)));
        addFields(zone);
        addSave(this::save);
    }

    private void save() {
        try {
            ZoneId chosen = binder.writeRecord().zone();
            schedules.chooseZone(chosen);
            saved.run();
            Notifications.success(Texts.of(
                    "administration.zone-saved", (chosen == null ? schedules.configuredZone() : chosen).getId()));
        } catch (ValidationException shownAtTheField) {
            zone.focus();
        }
    }

    /** Those of places, not the abbreviations that mean something else elsewhere. */
    private static List<ZoneId> zones() {
        return Stream.concat(
                        Stream.of("UTC"), ZoneId.getAvailableZoneIds().stream().filter(TimeZoneSection::isPlace))
                .sorted(Comparator.naturalOrder())
                .map(ZoneId::of)
                .toList();
    }

    private static boolean isPlace(String id) {
        return id.contains("/") && !id.startsWith("SystemV/") && !id.startsWith("Etc/");
    }
}
