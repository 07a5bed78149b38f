package tallyfold.help.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tallyfold.help.HelpArticle;
import tallyfold.help.HelpHit;
import tallyfold.help.HelpNavigation;

class ArticlesTest {

    /** The screenshots a journey through the packaged product takes. */
    private static final Set<String> PICTURES = pictures();

    private static final ArticleShelf SHELF = new ArticleShelf();

    private static Set<String> pictures() {
        try (Stream<Path> files = Files.list(Path.of("frontend/help-images"))) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<HelpArticle> articles() {
        return SHELF.all();
    }

    @Nested
    class Cleaning {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<script>alert(1)</script>",
                    "<img src=\"x\" onerror=\"alert(1)\">",
                    "<a href=\"javascript:alert(1)\">x</a>",
                    "<a href=\"//evil.example/help\">x</a>",
                    "<a href=\"help/../logout\">x</a>",
                    "<p onclick=\"alert(1)\" style=\"position:fixed\">x</p>",
                    "<iframe src=\"https://evil.example\"></iframe>",
                    "<img src=\"https://evil.example/a.png\" alt=\"x\">",
                    "<img src=\"help-images/../../x.png\" alt=\"x\">",
                    "<svg><script>alert(1)</script></svg>",
                    "<h2 id=\"a b\">x</h2>"
                })
        void leavesNothingThatActsOrLeadsOutside(String hostile) {
            assertThat(ArticleReader.read("x", "# T\n\nlead\n\n" + hostile).html())
                    .doesNotContainIgnoringCase(
                            "<script", "onerror", "javascript:", "onclick", "style=", "<iframe", "evil", "<svg", "..")
                    .doesNotContain("id=\"a b\"");
        }

        @Test
        void keepsWhatArticlesAreMadeOf() {
            String html = ArticleReader.read("x", """
                            # Title

                            Lead with **strong** and `code`.

                            ## One & two

                            See [below](#tf-x-01) and [other](help/import-projects#one).

                            ### TF-X-01 Broken

                            ![Picture](help-images/sign-in.png)
                            """).html();

            assertThat(html)
                    .contains(
                            "<strong>strong</strong>",
                            "<code>code</code>",
                            "<h2 id=\"one-two\">",
                            "href=\"help/x#tf-x-01\"",
                            "href=\"help/import-projects#one\"",
                            "<h3 id=\"tf-x-01\">",
                            "src=\"help-images/sign-in.png\"",
                            "alt=\"Picture\"")
                    .doesNotContain("Title");
        }
    }

    @Test
    void standOnTheShelfAsTheyComeWithTheProduct() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/help"))) {
            assertThat(files.map(file -> file.getFileName().toString().replaceFirst("\\.md$", "")))
                    .containsExactlyInAnyOrderElementsOf(
                            articles().stream().map(HelpArticle::slug).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("articles")
    void hasTitleSummaryAndSectionsWithAnchorsOfTheirOwn(HelpArticle article) {
        assertThat(article.title()).isNotBlank();
        assertThat(article.summary()).isNotBlank();
        assertThat(article.sections()).isNotEmpty();
        assertThat(article.sections())
                .extracting(HelpArticle.Section::anchor)
                .doesNotHaveDuplicates()
                .allSatisfy(anchor -> assertThat(article.html()).contains("id=\"" + anchor + "\""));
    }

    @ParameterizedTest
    @MethodSource("articles")
    void showsKnownPicturesWithWordsForThoseWhoDoNotSeeThem(HelpArticle article) {
        Pattern.compile("<img[^>]*>").matcher(article.html()).results().forEach(picture -> {
            assertThat(picture.group()).containsPattern("alt=\"[^\"]{10,}\"");
            assertThat(PICTURES).contains(picture.group().replaceAll(".*help-images/([^\"]+)\".*", "$1"));
        });
        assertThat(ArticleShelf.source(article.slug()).split("!\\[", -1))
                .hasSize(article.html().split("<img", -1).length);
    }

    @ParameterizedTest
    @MethodSource("articles")
    void linksToPlacesThatAreThere(HelpArticle article) {
        Set<String> places = new HashSet<>();
        SHELF.all().forEach(one -> {
            places.add(HelpNavigation.article(one.slug()));
            one.sections().forEach(section -> places.add(HelpNavigation.article(one.slug()) + "#" + section.anchor()));
        });

        assertThat(Pattern.compile("href=\"([^\"]*)\"")
                        .matcher(article.html())
                        .results()
                        .map(link -> link.group(1)))
                .allMatch(places::contains);
        assertThat(ArticleShelf.source(article.slug()).split("\\]\\(", -1).length)
                .as("links and pictures that survive the cleaning")
                .isEqualTo(article.html().split("href=|<img", -1).length);
    }

    @Test
    void standOnTheShelf() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/help"))) {
            assertThat(SHELF.all().stream().map(article -> article.slug() + ".md"))
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString()).toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"users", "audit", "keys", "backup", "settings", "system", "profile"})
    void areThereForThePagesOfTheAdministration(String page) {
        assertThat(SHELF.all().stream().map(article -> HelpNavigation.article(article.slug())))
                .contains(HelpNavigation.forPath(page));
    }

    @Test
    void usesEachPicture() {
        assertThat(PICTURES)
                .allMatch(picture ->
                        SHELF.all().stream().anyMatch(article -> article.html().contains("help-images/" + picture)));
    }

    @Test
    void explainsEveryErrorNumberOfTheProduct() throws IOException {
        Set<String> ids = new HashSet<>();
        for (Path root : List.of(Path.of("src/main/resources/texts"), Path.of("src/main/java"))) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Pattern.compile("\\bTF-[A-Z]+-\\d+\\b")
                            .matcher(Files.readString(file))
                            .results()
                            .forEach(id -> ids.add(id.group()));
                }
            }
        }

        assertThat(ids)
                .hasSizeGreaterThan(30)
                .allSatisfy(id -> assertThat(place(id)).as(id).isTrue());
    }

    private static boolean place(String id) {
        String path = HelpNavigation.error(id);
        return SHELF.all().stream()
                .anyMatch(article -> article.sections().stream()
                        .anyMatch(section ->
                                path.equals(HelpNavigation.article(article.slug()) + "#" + section.anchor())));
    }

    @Nested
    class Searching {

        private final ArticleSearch search = new ArticleSearch(SHELF.all());

        @Test
        void findsAnErrorByItsNumber() {
            assertThat(search.find("tf-conn-07").getFirst().path()).isEqualTo("help/connection-errors#tf-conn-07");
        }

        @Test
        void putsTitlesBeforeText() {
            assertThat(search.find("import projects").getFirst().path()).isEqualTo("help/import-projects");
        }

        @Test
        void wantsEveryWord() {
            assertThat(search.find("token zebra")).isEmpty();
        }

        @Test
        void findsNothingForNothing() {
            assertThat(search.find(" .,; ")).isEmpty();
        }

        @Test
        void showsTheWordsInItsExcerpt() {
            List<HelpHit> hits = search.find("websocket");

            assertThat(hits).hasSize(1);
            assertThat(hits.getFirst().excerpt()).contains("WebSocket").hasSizeLessThan(170);
            assertThat(hits.getFirst().heading()).isEqualTo("Put it on the network");
        }

        @Test
        void takesSignsOfPatternsAsTheyStand() {
            assertThat(search.find("(.*) [a-z]+ \\Q")).isEmpty();
        }
    }
}
