package tallyfold.notification;

/** What became of a test message, in a sentence for the administrator. */
public sealed interface TestMessageResult {

    String text();

    record Arrived(String text) implements TestMessageResult {}

    record Failed(String text) implements TestMessageResult {}
}
