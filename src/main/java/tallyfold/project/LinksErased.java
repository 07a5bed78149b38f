package tallyfold.project;

import java.util.List;

/**
 * Links go for good together with all that was read through them. Told inside the transaction, just before the links
 * themselves are deleted: whoever keeps rows of a link deletes them now.
 */
public record LinksErased(List<LinkId> links) {

    public LinksErased {
        links = List.copyOf(links);
    }
}
