package tallyfold.provider;

/** Hears of each check when it starts and when it ends; called on the checking thread. */
@FunctionalInterface
public interface CheckListener {

    void onCheck(CheckResult result);
}
