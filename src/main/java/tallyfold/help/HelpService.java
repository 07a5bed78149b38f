package tallyfold.help;

import java.util.List;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import tallyfold.help.internal.ArticleSearch;
import tallyfold.help.internal.ArticleShelf;
import tallyfold.help.internal.HelpFeedbackRepository;
import tallyfold.security.CurrentUser;
import tallyfold.security.Role;

/** Reading the help and saying what one thinks of it. */
@Service
@PreAuthorize("hasRole('VIEWER')")
public class HelpService {

    /** The longest remark that is kept, in characters. */
    public static final int MAX_REMARK = 2000;

    private final ArticleShelf shelf;
    private final ArticleSearch search;
    private final HelpFeedbackRepository feedback;
    private final CurrentUser currentUser;

    HelpService(ArticleShelf shelf, HelpFeedbackRepository feedback, CurrentUser currentUser) {
        this.shelf = shelf;
        this.search = new ArticleSearch(shelf.all());
        this.feedback = feedback;
        this.currentUser = currentUser;
    }

    /** All articles in the order to read them. */
    public List<HelpArticle> articles() {
        return shelf.all();
    }

    public Optional<HelpArticle> find(String slug) {
        return shelf.find(slug);
    }

    /** The one article people need who cannot sign in. */
    @PreAuthorize("permitAll()")
    public HelpArticle signInArticle() {
        return shelf.find(HelpNavigation.SIGN_IN).orElseThrow();
    }

    /** What fits the words best first, 20 at most; empty for no words. */
    public List<HelpHit> search(String words) {
        return search.find(words);
    }

    /**
     * Keeps what the reader thinks of an article.
     *
     * @param remark what was missing, empty for nothing; cut after {@link #MAX_REMARK} characters
     * @throws java.util.NoSuchElementException for an article that is not there
     */
    public void rate(String slug, boolean helpful, String remark) {
        HelpArticle article = shelf.find(slug).orElseThrow();
        String kept = remark.strip();
        feedback.add(
                article.slug(),
                helpful,
                kept.length() > MAX_REMARK ? kept.substring(0, MAX_REMARK) : kept,
                currentUser.require().name());
    }

    /** What readers said, for the articles somebody said something about. */
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    public List<HelpVotes> votes() {
        return feedback.votes();
    }

    /** Whether the signed-in user may see what readers said. */
    public boolean maySeeVotes() {
        return currentUser.is(Role.ADMINISTRATOR);
    }
}
