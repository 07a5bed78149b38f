package tallyfold.connection.ui;

import com.vaadin.flow.component.dialog.Dialog;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import tallyfold.connection.Connection;
import tallyfold.connection.ConnectionService;
import tallyfold.connection.DiagnosisService;
import tallyfold.provider.Provider;
import tallyfold.provider.ProviderId;
import tallyfold.uikit.Notifications;
import tallyfold.uikit.Texts;

/** Opens the windows of the Connections page; the page reloads when one has closed. */
final class ConnectionWindows implements RowActions {

    private final ConnectionService service;
    private final DiagnosisService diagnoses;
    private final List<Provider> providers;
    private final ExecutorService executor;
    private final @Nullable DemoTokenOffer demo;
    private final @Nullable ConnectionScheduleWindow schedules;
    private final Runnable reload;

    ConnectionWindows(
            ConnectionService service,
            DiagnosisService diagnoses,
            List<Provider> providers,
            ExecutorService executor,
            @Nullable DemoTokenOffer demo,
            @Nullable ConnectionScheduleWindow schedules,
            Runnable reload) {
        this.service = service;
        this.diagnoses = diagnoses;
        this.providers = List.copyOf(providers);
        this.executor = executor;
        this.demo = demo;
        this.schedules = schedules;
        this.reload = reload;
    }

    void create() {
        new CreateConnectionDialog(service, providers.getFirst(), executor, demo, _ -> reload.run()).open();
    }

    @Override
    public void check(Connection connection) {
        open(new CheckConnectionDialog(service, provider(connection.provider()), executor, connection));
    }

    @Override
    public void diagnose(Connection connection) {
        open(new DiagnoseDialog(diagnoses, executor, connection));
    }

    @Override
    public void edit(Connection connection) {
        open(new EditConnectionDialog(service, provider(connection.provider()), executor, connection));
    }

    @Override
    public void replaceToken(Connection connection) {
        open(new ReplaceTokenDialog(service, provider(connection.provider()), executor, connection));
    }

    @Override
    public boolean schedules() {
        return schedules != null;
    }

    @Override
    public void schedule(Connection connection) {
        if (schedules != null) {
            schedules.open(connection);
        }
    }

    @Override
    public void importProjects(Connection connection) {
        ConnectionNavigation.importProjects(connection.id());
    }

    @Override
    public void delete(Connection connection) {
        new DeleteConnectionDialog(connection, service.usage(connection.id()), mode -> {
                    boolean deleted = service.delete(connection.id(), mode);
                    Notifications.success(
                            deleted
                                    ? Texts.of("connection.delete.done", connection.name())
                                    : Texts.of("connection.delete.gone"));
                    reload.run();
                })
                .open();
    }

    private void open(Dialog dialog) {
        dialog.addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                reload.run();
            }
        });
        dialog.open();
    }

    private Provider provider(ProviderId id) {
        return providers.stream()
                .filter(provider -> provider.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
