package tallyfold.sync.internal;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Tells running loads that the product is being shut down, after the web server and before anything else goes. */
@Component
class EngineLifecycle implements SmartLifecycle {

    private static final int AFTER_THE_WEB_SERVER = SmartLifecycle.DEFAULT_PHASE - 4096;

    private volatile boolean running = true;

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    boolean isStopping() {
        return !running;
    }

    @Override
    public int getPhase() {
        return AFTER_THE_WEB_SERVER;
    }
}
