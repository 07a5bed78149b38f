package tallyfold.project.internal;

import org.springframework.context.ApplicationContext;

/** Has the daily job come round, from outside of its package. */
public final class EndedHoldsDriver {

    private EndedHoldsDriver() {}

    public static void end(ApplicationContext context) {
        context.getBean(EndedHolds.class).end();
    }
}
