package tallyfold.sync.internal;

import org.springframework.dao.TransientDataAccessException;

/** Writes once more where somebody else held a lock too long: that is no reason to give a run up. */
final class Patiently {

    private static final int TRIES = 3;

    private Patiently() {}

    static void write(Runnable work) {
        for (int attempt = 1; ; attempt++) {
            try {
                work.run();
                return;
            } catch (TransientDataAccessException e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }
}
