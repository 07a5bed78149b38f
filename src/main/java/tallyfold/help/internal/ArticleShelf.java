package tallyfold.help.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tallyfold.help.HelpArticle;
import tallyfold.help.HelpNavigation;

/** The articles that come with the product, read once. */
@Component
public class ArticleShelf {

    private static final List<String> ORDER = List.of(
            HelpNavigation.CONNECT,
            HelpNavigation.CONNECTION_ERRORS,
            HelpNavigation.IMPORT,
            HelpNavigation.LINK,
            HelpNavigation.MAP,
            HelpNavigation.SYNC,
            HelpNavigation.PORTFOLIOS,
            HelpNavigation.READ,
            HelpNavigation.STATUS,
            HelpNavigation.READS,
            HelpNavigation.RUN,
            HelpNavigation.USERS,
            HelpNavigation.SINGLE_SIGN_ON,
            HelpNavigation.AUDIT,
            HelpNavigation.KEYS,
            HelpNavigation.BACKUP,
            HelpNavigation.SETTINGS,
            HelpNavigation.SYSTEM,
            HelpNavigation.NOTIFICATIONS,
            HelpNavigation.SIGN_IN);

    private final Map<String, HelpArticle> articles = new LinkedHashMap<>();

    public ArticleShelf() {
        ORDER.forEach(slug -> articles.put(slug, ArticleReader.read(slug, source(slug))));
    }

    public List<HelpArticle> all() {
        return List.copyOf(articles.values());
    }

    public Optional<HelpArticle> find(String slug) {
        return Optional.ofNullable(articles.get(slug));
    }

    /** The Markdown of an article. */
    static String source(String slug) {
        try (InputStream file = ArticleShelf.class.getResourceAsStream("/help/" + slug + ".md")) {
            if (file == null) {
                throw new IllegalStateException("No article " + slug);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The article " + slug + " cannot be read", e);
        }
    }
}
