package tallyfold.workitem.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tallyfold.provider.RemoteItemText.Format;
import tallyfold.provider.RemoteItemText.Kind;
import tallyfold.provider.RemoteItemText.Part;

/** Whatever anybody writes into a description, nothing of it acts, loads or looks like something else. */
class SafeMarkupTest {

    private static String safe(String html) {
        return SafeMarkup.of(new Part(Kind.DESCRIPTION, Format.HTML, html));
    }

    private static String markdown(String text) {
        return SafeMarkup.of(new Part(Kind.DESCRIPTION, Format.MARKDOWN, text));
    }

    @Test
    void keepsStructureAndWords() {
        assertThat(safe("<h2>Why</h2><p>A <b>bold</b> word</p><ul><li>one</li></ul><table><tr><td>x</td></tr></table>"))
                .contains("<h2>Why</h2>", "<p>A <b>bold</b> word</p>", "<ul><li>one</li></ul>", "<td>x</td>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
                "<svg onload=alert(1)>",
                "<svg><script>alert(1)</script></svg>",
                "<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>",
                "<iframe src=https://evil.example></iframe>",
                "<object data=x></object><embed src=x>",
                "<form action=https://evil.example><input name=a><button>Go</button></form>",
                "<style>body{background:url(https://evil.example)}</style>",
                "<link rel=stylesheet href=https://evil.example>",
                "<meta http-equiv=refresh content='0;url=https://evil.example'>",
                "<base href=https://evil.example>",
                "<video src=https://evil.example autoplay></video>",
                "<template><img src=x onerror=alert(1)></template>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
                "<!--><img src=x onerror=alert(1)>-->",
                "<body onload=alert(1)>",
                "<p onclick=alert(1) onmouseover='alert(1)'>",
                "<p style='position:fixed;inset:0'>",
                "<p id=x class=tf-note name=y data-z=1 is=vaadin-button slot=header>",
                "<vaadin-button theme=primary>"
            })
    void dropsWhatActsLoadsOrLooks(String hostile) {
        assertThat(safe(hostile + "<i>after</i>"))
                .doesNotContainPattern(
                        "(?i)<(script|svg|math|style|iframe|object|embed|form|input|button|link|meta|base"
                                + "|video|template|noscript|body|img|vaadin-)")
                .doesNotContainPattern("(?i)<[^>]*\\s(on\\w+|style|id|class|name|src|data-\\w+|is|slot|theme)\\s*=");
    }

    @Test
    void dropsAScriptAddressButKeepsItsWords() {
        assertThat(safe("<a href=\"javascript:alert(1)\">x</a><svg onload=alert(1)>"))
                .contains("x")
                .doesNotContainIgnoringCase("javascript")
                .doesNotContain("<svg", "href");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "java&#x09;script:alert(1)",
                " &#1;javascript:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "vbscript:x",
                "file:///etc/passwd",
                "blob:https://a/b",
                "//evil.example/x",
                "/admin/users",
                "projects",
                "#top"
            })
    void leadsNowhereButToTheWebOrAMail(String address) {
        assertThat(safe("<a href=\"" + address + "\">x</a>")).isEqualTo("x");
    }

    @ParameterizedTest
    @CsvSource({"https://example.com/a?b=1", "http://example.com", "mailto:anna@example.com", "HTTPS://EXAMPLE.COM"})
    void opensLinksElsewhereWithoutTellingWhence(String address) {
        assertThat(safe("<a href=\"" + address + "\" target=_top rel=opener>x</a>"))
                .contains("href=")
                .contains("noopener", "noreferrer", "nofollow")
                .doesNotContain("_top", "\"opener");
    }

    @Test
    void putsAWordInPlaceOfAPicture() {
        assertThat(safe("<p>See <img src=https://evil.example/pixel.png> and <img alt='the &lt;plan>' src=x></p>"))
                .isEqualTo("<p>See [image] and [image: the &lt;plan&gt;]</p>");
    }

    @Test
    void showsMarkupInATextAsText() {
        assertThat(safe("&lt;img src=x onerror=alert(1)&gt; ${jndi:ldap://evil.example/a}"))
                .doesNotContain("<img")
                .contains("&lt;img", "jndi:ldap");
    }

    @Test
    void closesWhatIsLeftOpen() {
        assertThat(safe("<div><b>open</div></div></div>after")).startsWith("<div><b>open</b></div>");
        assertThat(safe("</div></vaadin-dialog><p>x")).isEqualTo("<p>x</p>");
    }

    @Test
    void bearsDepthAndLength() {
        String deep = safe("<div>".repeat(50_000) + "x");
        assertThat(deep.length()).isLessThan(10_000);
        assertThat(safe("a".repeat(SafeMarkup.LONGEST + 500))).hasSize(SafeMarkup.LONGEST);
    }

    @Test
    void limitsCells() {
        assertThat(safe("<table><tr><td colspan=2 rowspan=1000000>x</td></tr></table>"))
                .contains("colspan=\"2\"")
                .doesNotContain("rowspan");
    }

    @Test
    void readsMarkdownAndCleansItToo() {
        assertThat(markdown("# Why\n\n- one\n\n![plan](https://evil.example/p.png) [x](javascript:alert(1))"
                        + "\n\n<script>alert(1)</script>"))
                .contains("<h1>Why</h1>", "<li>one</li>", "[image: plan]")
                .doesNotContain("evil.example", "javascript", "script");
    }
}
