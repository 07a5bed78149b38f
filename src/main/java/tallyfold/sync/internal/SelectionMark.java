package tallyfold.sync.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import tallyfold.project.Link;
import tallyfold.provider.Element;

/** A short mark of what a link covers and whose people it wants, to see that it was changed; the order does not matter. */
final class SelectionMark {

    private SelectionMark() {}

    /** 64 hexadecimal digits. */
    static String of(Link link) {
        String selection = link.elements().stream()
                .map(each -> text(each.element()))
                .sorted()
                .collect(Collectors.joining("\n"));
        String wish = link.assignedOnly() + "\n" + selection;
        return HexFormat.of().formatHex(sha256().digest(wish.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(Element element) {
        return element.kind() + " " + element.below() + " " + element.key();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
