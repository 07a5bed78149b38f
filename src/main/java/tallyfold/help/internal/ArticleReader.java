package tallyfold.help.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import tallyfold.help.HelpArticle;
import tallyfold.help.HelpArticle.Section;

/**
 * Makes an article of Markdown. The first heading is its title, the first paragraph its summary. What comes out holds
 * known elements only, whatever the file says.
 */
final class ArticleReader {

    /** A heading that begins with the id of an error is found by it. */
    private static final Pattern ERROR_ID = Pattern.compile("^(TF-[A-Z]+-\\d+)\\b");

    private static final Pattern ANCHOR = Pattern.compile("[a-z0-9-]{1,80}");
    private static final Pattern PICTURE = Pattern.compile("help-images/[a-z0-9-]+\\.png");
    private static final Pattern INSIDE = Pattern.compile("help(/[a-z0-9-]+)?(#[a-z0-9-]+)?");

    private static final PolicyFactory CLEAN = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "h2",
                    "h3",
                    "h4",
                    "ul",
                    "ol",
                    "li",
                    "strong",
                    "em",
                    "code",
                    "pre",
                    "blockquote",
                    "hr",
                    "br",
                    "a",
                    "img")
            .allowAttributes("id")
            .matching(ANCHOR)
            .onElements("h2", "h3", "h4")
            .allowAttributes("href")
            .matching(INSIDE)
            .onElements("a")
            .allowAttributes("src")
            .matching(PICTURE)
            .onElements("img")
            .allowAttributes("alt", "loading")
            .onElements("img")
            .allowUrlProtocols("https")
            .toFactory();

    private static final TextContentRenderer PLAIN =
            TextContentRenderer.builder().build();

    private ArticleReader() {}

    static HelpArticle read(String slug, String markdown) {
        Node document = Parser.builder().build().parse(markdown);
        String title = "";
        if (document.getFirstChild() instanceof Heading first && first.getLevel() == 1) {
            title = plain(first);
            first.unlink();
        }
        String summary = document.getFirstChild() instanceof Paragraph lead ? plain(lead) : "";
        Map<Node, String> anchors = anchors(document);
        return new HelpArticle(slug, title, summary, html(slug, document, anchors), sections(document, anchors));
    }

    private static String html(String slug, Node document, Map<Node, String> anchors) {
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                String target = link.getDestination();
                if (target.startsWith("#")) {
                    // Every page has a base address, so an anchor alone would lead to the first page.
                    link.setDestination("help/" + slug + target);
                }
                super.visit(link);
            }
        });
        AttributeProvider attributes = (node, _, values) -> {
            String anchor = anchors.get(node);
            if (anchor != null) {
                values.put("id", anchor);
            }
            if (node instanceof Image) {
                values.put("loading", "lazy");
            }
        };
        String raw = HtmlRenderer.builder()
                .attributeProviderFactory(_ -> attributes)
                .build()
                .render(document);
        return clean(raw);
    }

    static String clean(String html) {
        return CLEAN.sanitize(html);
    }

    private static Map<Node, String> anchors(Node document) {
        Map<Node, String> anchors = new HashMap<>();
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading) {
                anchors.put(heading, anchor(plain(heading)));
            }
        }
        return anchors;
    }

    private static String anchor(String heading) {
        Matcher error = ERROR_ID.matcher(heading);
        String base = error.find() ? error.group(1) : heading;
        return base.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    private static List<Section> sections(Node document, Map<Node, String> anchors) {
        List<Section> sections = new ArrayList<>();
        Heading current = null;
        StringBuilder text = new StringBuilder();
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading) {
                if (current != null) {
                    sections.add(section(current, anchors, text));
                }
                current = heading;
                text.setLength(0);
            } else {
                text.append(plain(node)).append('\n');
            }
        }
        if (current != null) {
            sections.add(section(current, anchors, text));
        }
        return sections;
    }

    private static Section section(Heading heading, Map<Node, String> anchors, StringBuilder text) {
        return new Section(
                anchors.getOrDefault(heading, ""),
                plain(heading),
                heading.getLevel(),
                text.toString().strip());
    }

    private static String plain(Node node) {
        return PLAIN.render(node).strip();
    }
}
