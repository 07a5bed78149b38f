package tallyfold.workitem;

/**
 * Shows one value in place of another.
 *
 * @param from the source's value; compared without regard to case and to space around it
 * @param to at most {@link #LONGEST} characters, as {@code from}
 */
public record FieldRule(String from, String to) {

    public static final int LONGEST = 200;

    public FieldRule {
        from = from.strip();
        to = to.strip();
    }
}
