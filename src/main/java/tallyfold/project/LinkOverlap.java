package tallyfold.project;

import tallyfold.provider.Element;

/**
 * A link that covers the same part of the same remote project already.
 *
 * @param element the part that is covered twice, as the other link has it; its whole remote project when that is where a
 *     part is to be linked
 * @param elementName what it is called
 * @param link the other link
 * @param project the project of the other link, with its name
 * @param sameProject whether the other link belongs to the project that is being linked
 * @param linkedBy sign-in name of who made the other link
 */
public record LinkOverlap(
        Element element,
        String elementName,
        LinkId link,
        ProjectId project,
        String projectName,
        boolean sameProject,
        String linkedBy) {}
