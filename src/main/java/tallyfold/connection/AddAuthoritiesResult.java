package tallyfold.connection;

import java.util.List;

/** What became of adding authorities. */
public sealed interface AddAuthoritiesResult {

    /**
     * All of them are trusted from the next session on.
     *
     * @param added those that were not there before
     */
    record Added(List<Authority> added) implements AddAuthoritiesResult {}

    /** None was added; the sentence says why and what to do. */
    record Refused(String sentence) implements AddAuthoritiesResult {}
}
