package simulator.azuredevops;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Titles and texts that sound like somebody wrote them. */
final class DemoTitles {

    private static final List<String> ABILITIES = List.of(
            "search",
            "export",
            "approve",
            "compare",
            "share",
            "schedule",
            "cancel",
            "filter",
            "comment on",
            "duplicate",
            "hand over",
            "print");
    private static final List<String> IMPERATIVES = List.of(
            "Show",
            "Import",
            "Validate",
            "Archive",
            "Notify about",
            "Simplify",
            "Translate",
            "Cache",
            "Group",
            "Secure",
            "Prefill",
            "Highlight");
    private static final List<String> CIRCUMSTANCES = List.of(
            "on small screens",
            "in bulk",
            "by date range",
            "per region",
            "with an audit trail",
            "when offline",
            "in the nightly run",
            "with keyboard only",
            "from the overview page",
            "without a reload",
            "for new customers",
            "before the deadline");
    private static final List<String> WORK = List.of(
            "Sketch",
            "Implement",
            "Write tests for",
            "Review",
            "Document",
            "Measure",
            "Migrate data for",
            "Configure",
            "Demo",
            "Translate texts of");
    private static final List<String> SYMPTOMS = List.of(
            "shows yesterday's values until refreshed",
            "loses the filter on Back",
            "is cut off on narrow screens",
            "fails with more than 1,000 rows",
            "sorts umlauts last",
            "times out on Monday mornings",
            "sends mail twice",
            "ignores the time zone",
            "forgets the last choice",
            "accepts negative numbers",
            "freezes while saving",
            "shows \"null\" for empty fields");
    private static final List<String> COMMENTS = List.of(
            "Talked to the stakeholders, scope is clear now.",
            "Waiting for the other team's interface.",
            "Split off the second half, see the new item.",
            "Looks good in the test environment.",
            "Please have another look at the edge cases.",
            "Done on my side, ready for review.");

    private final DemoSubject subject;
    private final Random random;

    DemoTitles(DemoSubject subject, Random random) {
        this.subject = subject;
        this.random = random;
    }

    String feature(String epic) {
        return capital(pick(subject.things())) + " "
                + pick(List.of("basics", "automation", "insights", "controls", "hand-over")) + " for \u201c" + epic
                + "\u201d";
    }

    String story() {
        String thing = pick(subject.things());
        return random.nextBoolean()
                ? pick(subject.roles()) + " can " + pick(ABILITIES) + " " + article(thing)
                : pick(IMPERATIVES) + " " + article(thing) + " " + pick(CIRCUMSTANCES);
    }

    String task(String story) {
        return pick(WORK) + ": " + story.substring(0, 1).toLowerCase(Locale.ROOT) + story.substring(1);
    }

    String bug() {
        return capital(pick(subject.things())) + " " + pick(SYMPTOMS);
    }

    String other(String type) {
        return switch (type) {
            case "Risk" -> "Late delivery of the " + pick(subject.things()) + " part";
            case "Review" -> "Review of the " + pick(subject.things()) + " design";
            case "Change Request" -> "Change the " + pick(subject.things()) + " after the pilot";
            case "Impediment", "Issue" -> "Blocked: access to the " + pick(subject.things()) + " environment";
            default -> "Verify " + article(pick(subject.things())) + " " + pick(CIRCUMSTANCES);
        };
    }

    String description(String title) {
        return "<div><b>Why</b></div><div>" + pick(subject.roles()) + "s asked for this: "
                + title.replace("&", "&amp;").replace("<", "&lt;") + ".</div><ul><li>Works " + pick(CIRCUMSTANCES)
                + "</li><li>Nothing else changes for " + article(pick(subject.things())) + "</li></ul>";
    }

    String comment() {
        return pick(COMMENTS);
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static String article(String thing) {
        return ("aeiou".indexOf(Character.toLowerCase(thing.charAt(0))) >= 0 ? "an " : "a ") + thing;
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
