package tallyfold.sync.internal;

import java.util.List;
import java.util.Map;
import tallyfold.provider.Element;
import tallyfold.provider.ElementChoice;
import tallyfold.provider.ProviderFailure;
import tallyfold.provider.RemotePerson;
import tallyfold.provider.RemoteStructure;

/** What the reading threads of a link have for the one that writes. */
sealed interface Message {

    LinkLoad load();

    /** The structure once more, for something in it that nobody had heard of. */
    record StructureRead(LinkLoad load, RemoteStructure structure) implements Message {}

    /** Types of another project, for items a selection brings from there. */
    record ForeignTypesRead(LinkLoad load, List<RemoteStructure.WorkItemType> types) implements Message {}

    /**
     * All but the items: what holds them together, and how many pages of them will come; their ids are kept in the load.
     *
     * @param people by key of their team; empty for a link that wants none
     * @param seen what the parts of the link are called now
     * @param unreadable code of the failure for each part that could not be read
     * @param pages how many pages will come; none when no part at all could be read, for which the run fails
     */
    record Described(
            LinkLoad load,
            RemoteStructure structure,
            Map<String, List<RemotePerson>> people,
            Map<Element, ElementChoice> seen,
            Map<Element, String> unreadable,
            int pages)
            implements Message {

        boolean failed() {
            return pages < 0;
        }
    }

    record PageRead(LinkLoad load, ReadPage page) implements Message {}

    /** What became of the items that are shown and not listed. */
    record GoneRead(LinkLoad load, Gone gone) implements Message {}

    /** The source system refused or failed. */
    record Refused(LinkLoad load, ProviderFailure failure) implements Message {}

    /** The program failed. */
    record Broken(LinkLoad load, RuntimeException cause) implements Message {}
}
