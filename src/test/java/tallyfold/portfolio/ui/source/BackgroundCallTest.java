package tallyfold.portfolio.ui.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.server.VaadinSession;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import tallyfold.support.HeldCalls;

@ViewPackages(packages = "tallyfold.uikit")
class BackgroundCallTest extends BrowserlessTest {

    private final HeldCalls background = new HeldCalls();
    private final List<String> heard = new ArrayList<>();

    private void deliver() {
        background.runAll();
        VaadinSession session = VaadinSession.getCurrent();
        session.getService().runPendingAccessTasks(session);
    }

    @Test
    void bringsNewsAndTheOutcome() {
        BackgroundCall.start(
                background,
                call -> {
                    call.tell(() -> heard.add("half"));
                    return "done";
                },
                heard::add,
                failure -> heard.add("failed"));
        assertThat(heard).isEmpty();

        deliver();

        assertThat(heard).containsExactly("half", "done");
    }

    @Test
    void bringsAFailure() {
        BackgroundCall.start(
                background,
                _ -> {
                    throw new IllegalStateException("broken");
                },
                _ -> heard.add("done"),
                failure -> heard.add(String.valueOf(failure.getMessage())));

        deliver();

        assertThat(heard).containsExactly("broken");
    }

    @Test
    void startsNothingAfterItWasCancelled() {
        BackgroundCall call = BackgroundCall.start(
                background,
                _ -> {
                    heard.add("asked");
                    return "done";
                },
                heard::add,
                _ -> heard.add("failed"));

        call.cancel();
        deliver();

        assertThat(heard).isEmpty();
    }

    @Test
    void endsAtTheNextNewsWhenCancelledInTheMiddle() {
        AtomicReference<BackgroundCall> started = new AtomicReference<>();
        started.set(BackgroundCall.start(
                background,
                call -> {
                    heard.add("page 1");
                    started.get().cancel();
                    call.tell(() -> heard.add("told"));
                    heard.add("page 2");
                    return "done";
                },
                heard::add,
                _ -> heard.add("failed")));

        deliver();

        assertThat(heard).containsExactly("page 1");
    }
}
