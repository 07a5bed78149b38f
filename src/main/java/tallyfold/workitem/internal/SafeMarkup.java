package tallyfold.workitem.internal;

import java.util.List;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.PolicyFactory;
import tallyfold.provider.RemoteItemText.Format;
import tallyfold.provider.RemoteItemText.Part;

/**
 * Makes markup that anybody may have written fit to be shown: structure and words stay, whatever acts, loads or looks goes.
 * Links lead to the web or write a mail, nothing else; pictures become a word, because fetching one tells its owner who reads.
 */
public final class SafeMarkup {

    /** Longer texts are cut: nobody reads on, and every character costs the reader's browser. */
    public static final int LONGEST = 200_000;

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "div",
                    "span",
                    "br",
                    "hr",
                    "b",
                    "strong",
                    "i",
                    "em",
                    "u",
                    "s",
                    "strike",
                    "del",
                    "ins",
                    "sub",
                    "sup",
                    "small",
                    "mark",
                    "code",
                    "pre",
                    "kbd",
                    "samp",
                    "blockquote",
                    "ul",
                    "ol",
                    "li",
                    "dl",
                    "dt",
                    "dd",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "table",
                    "caption",
                    "thead",
                    "tbody",
                    "tfoot",
                    "tr",
                    "th",
                    "td",
                    "a")
            .allowWithoutAttributes("span")
            .allowUrlProtocols("https", "http", "mailto")
            .allowAttributes("href")
            .matching(SafeMarkup::absolute)
            .onElements("a")
            .allowAttributes("colspan", "rowspan")
            .matching(SafeMarkup::span)
            .onElements("td", "th")
            .requireRelsOnLinks("noopener", "noreferrer", "nofollow")
            .allowAttributes("target")
            .matching(true, "_blank")
            .onElements("a")
            .withPreprocessor(NoPictures::new)
            .toFactory();

    private static final Parser MARKDOWN = Parser.builder().build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder().build();

    private SafeMarkup() {}

    /** The text as markup that may stand in a page; empty when nothing of it is left. */
    public static String of(Part part) {
        String content = part.content();
        String cut = content.length() <= LONGEST ? content : content.substring(0, LONGEST);
        String markup = part.format() == Format.MARKDOWN ? RENDERER.render(MARKDOWN.parse(cut)) : cut;
        return POLICY.sanitize(markup);
    }

    /** An address without a scheme would lead into the product itself. */
    private static @Nullable String absolute(String element, String attribute, String value) {
        String address = value.strip();
        return address.regionMatches(true, 0, "https://", 0, 8)
                        || address.regionMatches(true, 0, "http://", 0, 7)
                        || address.regionMatches(true, 0, "mailto:", 0, 7)
                ? address
                : null;
    }

    /** A cell over a million columns stops a browser. */
    private static @Nullable String span(String element, String attribute, String value) {
        return value.matches("[1-9][0-9]?") ? value : null;
    }

    private record NoPictures(HtmlStreamEventReceiver next) implements HtmlStreamEventReceiver {

        private static final int LONGEST_WORD = 200;

        @Override
        public void openDocument() {
            next.openDocument();
        }

        @Override
        public void closeDocument() {
            next.closeDocument();
        }

        @Override
        public void text(String words) {
            next.text(words);
        }

        @Override
        public void openTag(String element, List<String> attributes) {
            if (element.equals("img") || element.equals("image")) {
                text(word(attributes));
            } else {
                next.openTag(element, attributes);
            }
        }

        @Override
        public void closeTag(String element) {
            if (!element.equals("img") && !element.equals("image")) {
                next.closeTag(element);
            }
        }

        /** Names and values come in turns. */
        private static String word(List<String> attributes) {
            for (int i = 0; i + 1 < attributes.size(); i += 2) {
                String alt = attributes.get(i + 1).strip();
                if (attributes.get(i).equals("alt") && !alt.isEmpty()) {
                    return "[image: " + (alt.length() <= LONGEST_WORD ? alt : alt.substring(0, LONGEST_WORD)) + "]";
                }
            }
            return "[image]";
        }
    }
}
