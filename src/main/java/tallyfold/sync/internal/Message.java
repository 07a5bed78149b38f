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

    record StructureRead(LinkLoad load, RemoteStructure structure) implements Message {}

    /** Types of another project, for items a selection brings from there. */
    record ForeignTypesRead(LinkLoad load, List<RemoteStructure.WorkItemType> types) implements Message {}

    /** People by key of their team; empty for a link that wants none. */
    record PeopleRead(LinkLoad load, Map<String, List<RemotePerson>> people) implements Message {}

    /**
     * What the parts of the link are called now.
     *
     * @param unreadable code of the failure for each part that could not be read
     */
    record ElementsRead(LinkLoad load, Map<Element, ElementChoice> seen, Map<Element, String> unreadable)
            implements Message {}

    /**
     * All ids are known and kept in the load.
     *
     * @param pages how many pages will come
     */
    record Listed(LinkLoad load, int pages) implements Message {}

    record PageRead(LinkLoad load, ReadPage page) implements Message {}

    /** What became of the items that are shown and not listed. */
    record GoneRead(LinkLoad load, Gone gone) implements Message {}

    /** The source system refused or failed. */
    record Refused(LinkLoad load, ProviderFailure failure) implements Message {}

    /** The program failed. */
    record Broken(LinkLoad load, RuntimeException cause) implements Message {}
}
