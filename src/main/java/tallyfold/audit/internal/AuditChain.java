package tallyfold.audit.internal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tallyfold.audit.AuditEvent;

/** The MAC that ties an event to the one before: HMAC-SHA256 over the previous MAC and the row. */
public final class AuditChain {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    public AuditChain(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    public String link(String previous, long seq, Instant occurredAt, AuditEvent event) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(previous.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(mac.doFinal(canonical(seq, occurredAt, event)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot compute " + ALGORITHM, e);
        }
    }

    public boolean holds(String previous, AuditRow row) {
        String expected = link(previous, row.seq(), row.occurredAt(), row.event());
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), row.chain().getBytes(StandardCharsets.US_ASCII));
    }

    /** Every text with its length before it, so that no two rows have the same bytes. */
    private static byte[] canonical(long seq, Instant occurredAt, AuditEvent event) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(seq);
            out.writeLong(occurredAt.getEpochSecond());
            out.writeInt(occurredAt.getNano());
            write(out, event.actor());
            write(out, event.origin());
            write(out, event.action());
            write(out, event.subject());
            write(out, event.outcome().name());
            write(out, event.detail());
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }
}
