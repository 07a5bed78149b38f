package tallyfold.uikit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import tallyfold.uikit.SvgPicture.Anchor;
import tallyfold.uikit.SvgPicture.Point;

class SvgPictureTest {

    private static Document parsed(SvgPicture picture) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(picture.markup().getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(String text) throws Exception {
        SvgPicture picture = new SvgPicture(10).text("a", new Point(50, 5), Anchor.MIDDLE, text);
        Document document = parsed(picture);
        assertThat(document.getElementsByTagName("*").getLength()).isEqualTo(2);
        return document.getElementsByTagName("text").item(0).getTextContent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "</text><image href='x'/>", "a & b \"c\" 'd'", "]]>", "&lt;"})
    void keepsMarkupAsText(String hostile) throws Exception {
        assertThat(text(hostile)).isEqualTo(hostile);
    }

    @Test
    void leavesOutWhatTurnsTheDirectionOfTheTextAroundItOrIsNoText() throws Exception {
        assertThat(text("a\u202Eb\u2066c\0d\u0007e\uFFFEf\uD800g")).isEqualTo("abcdefg");
    }

    @Test
    void cutsLongTextsBetweenCharacters() throws Exception {
        assertThat(text("\uD83D\uDE80".repeat(255))).isEqualTo("\uD83D\uDE80".repeat(39) + "\u2026");
        assertThat(text("\u6F22".repeat(40))).isEqualTo("\u6F22".repeat(40));
    }

    @Test
    void drawsABarOfADayInTenThousandYearsSoThatItCanBeSeen() throws Exception {
        Document document = parsed(new SvgPicture(10).bar("a", 50, 50.0001, 0, 5));

        assertThat(document.getElementsByTagName("rect")
                        .item(0)
                        .getAttributes()
                        .getNamedItem("width")
                        .getNodeValue())
                .isEqualTo("0.40%");
    }

    @Test
    void drawsWhatIsNoNumberAtTheEdge() throws Exception {
        assertThat(new SvgPicture(10)
                        .path("a", List.of(new Point(Double.NaN, Double.POSITIVE_INFINITY), new Point(1, 2)))
                        .markup())
                .contains("M0 0L1.00 2.00");
    }

    @Test
    void isHiddenFromScreenReaders() {
        assertThat(new SvgPicture(10).draw().getElement().getAttribute("aria-hidden"))
                .isEqualTo("true");
    }
}
