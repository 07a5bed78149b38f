package tallyfold.help;

import java.util.List;

/**
 * An article of the help centre.
 *
 * @param slug its place below {@code help/}
 * @param summary one sentence for lists
 * @param html the body without its title, clean: known elements only, no scripts, no styles
 * @param sections headings in the order of the text
 */
public record HelpArticle(String slug, String title, String summary, String html, List<Section> sections) {

    public HelpArticle {
        sections = List.copyOf(sections);
    }

    /**
     * A heading with what stands below it.
     *
     * @param anchor what an address names it by, behind a #
     * @param level 2 for a main heading, 3 for one below it
     * @param text plain text up to the next heading
     */
    public record Section(String anchor, String heading, int level, String text) {}
}
