package tallyfold.sync.internal;

import java.util.function.Supplier;
import tallyfold.provider.ProviderSession;

/** Puts questions to an organization, never more at the same time than its gate lets through. */
record Asking(ProviderSession session, FetchGate gate) {

    <T> T ask(Supplier<T> question) throws InterruptedException {
        gate.enter();
        try {
            return question.get();
        } finally {
            gate.leave(session.cost());
        }
    }
}
