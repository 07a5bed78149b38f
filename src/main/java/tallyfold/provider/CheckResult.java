package tallyfold.provider;

import org.jspecify.annotations.Nullable;

/**
 * The outcome of one check.
 *
 * @param failure why it failed; null unless {@code outcome} is FAILED
 */
public record CheckResult(
        CheckId check, Outcome outcome, @Nullable ProviderFailure failure) {

    /** WAITING and RUNNING are seen only while a check goes on. */
    public enum Outcome {
        WAITING,
        RUNNING,
        PASSED,
        FAILED,
        SKIPPED
    }
}
