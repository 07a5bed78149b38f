package tallyfold.sync.internal;

import tallyfold.provider.ProviderFailure;
import tallyfold.provider.RemoteStructure;

/** What the reading threads of a link have for the one that writes. */
sealed interface Message {

    LinkLoad load();

    record StructureRead(LinkLoad load, RemoteStructure structure) implements Message {}

    /**
     * All ids are known and kept in the load.
     *
     * @param pages how many pages will come
     */
    record Listed(LinkLoad load, int pages) implements Message {}

    record PageRead(LinkLoad load, ReadPage page) implements Message {}

    /** The source system refused or failed. */
    record Refused(LinkLoad load, ProviderFailure failure) implements Message {}

    /** The program failed. */
    record Broken(LinkLoad load, RuntimeException cause) implements Message {}
}
