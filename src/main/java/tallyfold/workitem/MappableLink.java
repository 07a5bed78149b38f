package tallyfold.workitem;

import java.util.List;

/**
 * What can be mapped through a link.
 *
 * @param process name of the process; mappings are kept for all links by it in the organization
 * @param types names of the types of its items
 * @param oneItem whether it covers exactly one work item, so that project fields can be filled
 */
public record MappableLink(String process, List<String> types, boolean oneItem) {

    public MappableLink {
        types = List.copyOf(types);
    }
}
