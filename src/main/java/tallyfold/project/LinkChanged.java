package tallyfold.project;

/** What a link covers, or how it is synced, was changed; told after the commit. */
public record LinkChanged(LinkId link, boolean elementsChanged) {}
