package tallyfold.notification.wire;

/** What became of one try to send. */
public sealed interface SendOutcome {

    /** The other side has taken it. */
    record Sent(String answer) implements SendOutcome {}

    /**
     * It was not taken.
     *
     * @param text what happened and what to do, in a sentence; never of a secret
     * @param forAll whether other messages would meet the same
     */
    record Failed(String text, boolean forAll) implements SendOutcome {}
}
