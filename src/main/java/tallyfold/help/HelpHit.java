package tallyfold.help;

/**
 * Something a search found.
 *
 * @param path where it is, below the root of the product
 * @param heading the section; empty when the article as a whole was found
 * @param excerpt a line of its text
 */
public record HelpHit(String path, String title, String heading, String excerpt) {}
