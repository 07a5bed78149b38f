package tallyfold.workitem.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import tallyfold.provider.RemotePerson;
import tallyfold.provider.RemoteWorkItem;

/**
 * A short imprint of an item, to see that an item of the same revision reads differently. Its first half covers what only a
 * revision changes; its second half what follows renames elsewhere: paths, people's names, tags, addresses.
 */
public final class ContentHash {

    private static final int HALF_BYTES = 8;
    private static final int HALF_CHARACTERS = 2 * HALF_BYTES;

    /** Looking for it takes longer than using it. */
    private static final MessageDigest SHA_256 = prototype();

    private ContentHash() {}

    public static String of(RemoteWorkItem item) {
        RemotePerson assignee = item.assignee();
        String content = imprint(
                item.type(),
                item.title(),
                item.state(),
                assignee == null ? null : assignee.key(),
                item.parentId(),
                item.rank(),
                item.priority(),
                item.effort(),
                item.originalEstimate(),
                item.remainingWork(),
                item.completedWork(),
                item.startDate(),
                item.targetDate(),
                item.dueDate(),
                item.created(),
                item.changed(),
                item.activated(),
                item.resolved(),
                item.closed(),
                item.stateChanged());
        String names = imprint(
                item.projectName(),
                item.areaPath(),
                item.iterationPath(),
                assignee == null ? null : assignee.displayName(),
                assignee == null ? null : assignee.active(),
                item.tags(),
                item.webAddress(),
                item.warnings());
        return content + names;
    }

    /** Whether two imprints differ in what only a revision should change. */
    public static boolean differsInContent(String one, String other) {
        return !one.regionMatches(0, other, 0, HALF_CHARACTERS);
    }

    private static String imprint(@Nullable Object... parts) {
        StringBuilder text = new StringBuilder(512);
        for (Object part : parts) {
            append(text, part);
        }
        byte[] digest = sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, HALF_BYTES);
    }

    /** Each part so that no two lists of parts read alike. Words for times and fractions would take longer than all the rest. */
    private static void append(StringBuilder text, @Nullable Object part) {
        switch (part) {
            case null -> text.append("-1:");
            case Instant time ->
                text.append('@').append(time.getEpochSecond()).append('.').append(time.getNano());
            case Double number -> text.append('#').append(Double.doubleToLongBits(number));
            default -> {
                String value = part.toString();
                text.append(value.length()).append(':').append(value);
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return (MessageDigest) SHA_256.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("Java's own SHA-256 can be cloned", e);
        }
    }

    private static MessageDigest prototype() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
