package tallyfold.help;

import java.util.List;

/**
 * What readers said of an article.
 *
 * @param remarks the latest ones, newest first, 20 at most
 */
public record HelpVotes(String slug, int helpful, int notHelpful, List<String> remarks) {

    public HelpVotes {
        remarks = List.copyOf(remarks);
    }
}
