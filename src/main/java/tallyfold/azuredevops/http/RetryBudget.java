package tallyfold.azuredevops.http;

/** Lets a run repeat about a tenth of its requests, and a few at its start, so that an outage makes no storm. */
final class RetryBudget {

    private static final int TENTHS_FOR_ONE = 10;
    private static final int MOST = 20 * TENTHS_FOR_ONE;

    private int tenths = MOST;

    synchronized void earn() {
        tenths = Math.min(MOST, tenths + 1);
    }

    synchronized boolean spend() {
        if (tenths < TENTHS_FOR_ONE) {
            return false;
        }
        tenths -= TENTHS_FOR_ONE;
        return true;
    }
}
