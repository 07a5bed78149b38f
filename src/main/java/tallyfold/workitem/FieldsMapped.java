package tallyfold.workitem;

import java.util.List;
import tallyfold.project.LinkId;

/** Items of some links have to be read as a whole, because a field is mapped that was not asked for before. */
public record FieldsMapped(List<LinkId> links) {

    public FieldsMapped {
        links = List.copyOf(links);
    }
}
