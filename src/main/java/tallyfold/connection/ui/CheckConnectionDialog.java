package tallyfold.connection.ui;

import java.util.concurrent.ExecutorService;
import tallyfold.connection.Connection;
import tallyfold.connection.ConnectionService;
import tallyfold.provider.ConnectionReport;
import tallyfold.provider.Provider;
import tallyfold.uikit.StatusWord.Tone;
import tallyfold.uikit.Texts;

/** "Check now": the checks of a stored connection, live. */
final class CheckConnectionDialog extends CheckingDialog {

    private final transient ConnectionService service;
    private final transient Connection connection;
    private final String tokenPage;

    CheckConnectionDialog(
            ConnectionService service, Provider provider, ExecutorService executor, Connection connection) {
        super(Texts.of("connection.check.title", connection.name()), executor);
        this.service = service;
        this.connection = connection;
        tokenPage = provider.tokenPage(connection.organization()).toString();
        add(checks);
        sayClose();
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                check();
            }
        });
    }

    @Override
    protected void closed() {
        // Holds nothing that must go.
    }

    @Override
    protected void lock(boolean locked) {
        // Has no fields.
    }

    private void check() {
        run(tokenPage, progress -> service.check(connection.id(), progress), this::show, _ -> {});
        note(Tone.INFO, Texts.of("connection.check.running"));
    }

    private void show(ConnectionReport report) {
        checks.finish(report);
        if (report.passed()) {
            note(Tone.GOOD, Texts.of("connection.check.passed"));
        } else {
            note(Tone.BAD, Texts.of("connection.check.failed"));
        }
    }
}
