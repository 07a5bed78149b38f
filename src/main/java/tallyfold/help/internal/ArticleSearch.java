package tallyfold.help.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tallyfold.help.HelpArticle;
import tallyfold.help.HelpArticle.Section;
import tallyfold.help.HelpHit;
import tallyfold.help.HelpNavigation;

/** Finds articles and sections by their words: a word in a title weighs most, then one in a heading, then in the text. */
public final class ArticleSearch {

    private static final int MOST = 20;
    private static final int EXCERPT = 160;
    private static final int IN_TITLE = 10;
    private static final int IN_HEADING = 6;
    private static final int IN_TEXT = 1;

    private final List<HelpArticle> articles;

    public ArticleSearch(List<HelpArticle> articles) {
        this.articles = List.copyOf(articles);
    }

    private record Scored(int score, HelpHit hit) {}

    /** Every word must be found somewhere in the article's title, in the heading, or in the text of the section. */
    public List<HelpHit> find(String typed) {
        List<String> words = Stream.of(typed.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}-]+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
        if (words.isEmpty()) {
            return List.of();
        }
        List<Scored> scored = new ArrayList<>();
        for (HelpArticle article : articles) {
            String path = HelpNavigation.article(article.slug());
            int whole = score(words, article.title(), "", article.summary());
            if (whole > 0) {
                scored.add(new Scored(whole + IN_TITLE, new HelpHit(path, article.title(), "", article.summary())));
            }
            for (Section section : article.sections()) {
                int score = score(words, article.title(), section.heading(), section.text());
                // A section found by the article's title alone says nothing that the article itself does not.
                if (score > 0 && score(words, "", section.heading(), section.text()) > 0) {
                    scored.add(new Scored(
                            score,
                            new HelpHit(
                                    path + "#" + section.anchor(),
                                    article.title(),
                                    section.heading(),
                                    excerpt(section.text(), words))));
                }
            }
        }
        return scored.stream()
                .sorted(Comparator.comparingInt(Scored::score).reversed())
                .limit(MOST)
                .map(Scored::hit)
                .toList();
    }

    private static int score(List<String> words, String title, String heading, String text) {
        int sum = 0;
        for (String word : words) {
            int score = (contains(title, word) ? IN_TITLE : 0)
                    + (contains(heading, word) ? IN_HEADING : 0)
                    + (contains(text, word) ? IN_TEXT : 0);
            if (score == 0) {
                return 0;
            }
            sum += score;
        }
        return sum;
    }

    private static boolean contains(String text, String word) {
        return text.toLowerCase(Locale.ROOT).contains(word);
    }

    private static String excerpt(String text, List<String> words) {
        String flat = text.replaceAll("\\s+", " ");
        String lower = flat.toLowerCase(Locale.ROOT);
        int at = words.stream()
                .mapToInt(lower::indexOf)
                .filter(place -> place >= 0)
                .min()
                .orElse(0);
        int from = Math.clamp(at - EXCERPT / 3L, 0, Math.max(0, flat.length()));
        int to = Math.min(flat.length(), from + EXCERPT);
        return (from > 0 ? "…" : "") + flat.substring(from, to).strip() + (to < flat.length() ? "…" : "");
    }
}
