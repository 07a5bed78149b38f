package tallyfold.uikit;

import com.vaadin.flow.component.Svg;
import java.util.List;
import java.util.Locale;

/**
 * A picture drawn on the server. Across it is measured in percent of its width and down in pixels, so that it grows with
 * its place while letters keep their size. What it means stands beside it in words or in a table: the picture itself is
 * hidden from screen readers. Colours come from class names.
 */
public final class SvgPicture {

    /** Where a text stands from its point. */
    public enum Anchor {
        START,
        MIDDLE,
        END
    }

    /**
     * A point of a line.
     *
     * @param across 0 to 100 percent of the width
     * @param down pixels from the top
     */
    public record Point(double across, double down) {}

    /** The narrowest bar that can be seen, in percent. */
    private static final double NARROWEST = 0.4;

    /** Characters of a text; more are cut. */
    public static final int LONGEST_TEXT = 40;

    private final StringBuilder inside = new StringBuilder();
    private final int height;

    /** An empty picture of so many pixels of height. */
    public SvgPicture(int height) {
        this.height = height;
    }

    public SvgPicture bar(String className, double from, double to, double top, double high) {
        inside.append("<rect class=\"%s\" x=\"%s%%\" y=\"%s\" width=\"%s%%\" height=\"%s\" rx=\"3\"/>"
                .formatted(className, number(from), number(top), number(Math.max(NARROWEST, to - from)), number(high)));
        return this;
    }

    public SvgPicture line(String className, Point from, Point to) {
        inside.append("<line class=\"%s\" x1=\"%s%%\" y1=\"%s\" x2=\"%s%%\" y2=\"%s\"/>"
                .formatted(
                        className, number(from.across()), number(from.down()), number(to.across()), number(to.down())));
        return this;
    }

    /** A line from the top to the bottom, or between two heights. */
    public SvgPicture upright(String className, double at, double top, double bottom) {
        return line(className, new Point(at, top), new Point(at, bottom));
    }

    /** A line through points, filled where the class says so. */
    public SvgPicture path(String className, List<Point> points) {
        StringBuilder path = new StringBuilder();
        for (Point point : points) {
            path.append(path.isEmpty() ? "M" : "L")
                    .append(number(point.across()))
                    .append(' ')
                    .append(number(point.down()));
        }
        inside.append("""
                <svg viewBox="0 0 100 %1$d" preserveAspectRatio="none" width="100%%" height="%1$d" overflow="visible">\
                <path class="%2$s" d="%3$s" vector-effect="non-scaling-stroke"/></svg>""".formatted(height, className, path));
        return this;
    }

    public SvgPicture dot(String className, Point middle) {
        inside.append("<circle class=\"%s\" cx=\"%s%%\" cy=\"%s\" r=\"4\"/>"
                .formatted(className, number(middle.across()), number(middle.down())));
        return this;
    }

    public SvgPicture diamond(String className, Point middle) {
        inside.append("""
                <svg x="%s%%" y="%s" width="1" height="1" overflow="visible">\
                <path class="%s" d="M0-8 8 0 0 8-8 0Z"/></svg>""".formatted(number(middle.across()), number(middle.down()), className));
        return this;
    }

    /** A short text, which may be anybody's; a long one is cut. */
    public SvgPicture text(String className, Point at, Anchor anchor, String text) {
        inside.append("<text class=\"%s\" x=\"%s%%\" y=\"%s\" text-anchor=\"%s\">%s</text>"
                .formatted(
                        className,
                        number(at.across()),
                        number(at.down()),
                        anchor.name().toLowerCase(Locale.ROOT),
                        escaped(cut(text))));
        return this;
    }

    /** The picture as it goes into a page. */
    public Svg draw(String... classNames) {
        Svg svg = new Svg(markup());
        svg.addClassName("tf-picture");
        for (String className : classNames) {
            svg.addClassName(className);
        }
        svg.getElement().setAttribute("aria-hidden", "true");
        return svg;
    }

    String markup() {
        return "<svg width=\"100%\" height=\"" + height + "\">" + inside + "</svg>";
    }

    private static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.2f", value) : "0";
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_TEXT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT - 1)) + "\u2026";
    }

    /** As text of the picture and nothing else: no markup, nothing an XML text may not hold, no turn of direction beyond it. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(each -> {
            switch (each) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> {
                    if (!turnsDirection(each) && !Character.isISOControl(each) && isText(each)) {
                        escaped.appendCodePoint(each);
                    }
                }
            }
        });
        return escaped.toString();
    }

    private static boolean isText(int each) {
        return !(each >= Character.MIN_SURROGATE && each <= Character.MAX_SURROGATE) && (each & 0xFFFE) != 0xFFFE;
    }

    private static boolean turnsDirection(int each) {
        return (each >= 0x202A && each <= 0x202E)
                || (each >= 0x2066 && each <= 0x2069)
                || each == 0x200E
                || each == 0x200F;
    }
}
