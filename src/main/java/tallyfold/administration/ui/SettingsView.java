package tallyfold.administration.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import tallyfold.administration.InstallationService;
import tallyfold.connection.NetworkSettingsService;
import tallyfold.security.Role;
import tallyfold.sync.SyncScheduleService;
import tallyfold.sync.SyncService;
import tallyfold.uikit.PageHeader;
import tallyfold.uikit.Texts;

/** What holds for the whole installation, a section for each subject. */
@Route("settings")
@PageTitle("Settings")
@RolesAllowed(Role.ADMINISTRATOR_ROLE)
final class SettingsView extends Div {

    SettingsView(
            SyncScheduleService schedules,
            SyncService syncs,
            NetworkSettingsService network,
            InstallationService installation,
            ExecutorService backgroundExecutor,
            Clock clock) {
        addClassName("tf-page");
        add(new PageHeader(Texts.of("administration.settings"), Texts.of("administration.settings-sentence")));
        Div sections = new Div();
        sections.addClassName("tf-setting-list");
        ScheduleSection schedule = new ScheduleSection(schedules, syncs, clock);
        sections.add(new TimeZoneSection(schedules, schedule::show));
        sections.add(schedule);
        sections.add(new ProxySection(network, backgroundExecutor));
        sections.add(new AuthoritiesSection(network, clock));
        sections.add(new HeaderSection(installation));
        add(sections);
    }
}
