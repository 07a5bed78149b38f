package tallyfold.azuredevops.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** Unpacks a body within a limit and mends bytes that are not UTF-8. */
final class OpenedBody {

    private static final int STEP = 16_384;

    private OpenedBody() {}

    static byte[] open(byte[] received, boolean gzip, long limit) throws IOException {
        byte[] plain = gzip && received.length > 0 ? unpacked(received, limit) : received;
        return isUtf8(plain) ? plain : mended(plain);
    }

    private static byte[] unpacked(byte[] packed, long limit) throws IOException {
        ByteArrayOutputStream opened = new ByteArrayOutputStream((int) Math.min(limit, packed.length * 4L));
        try (InputStream source = new GZIPInputStream(new ByteArrayInputStream(packed), STEP)) {
            byte[] step = new byte[STEP];
            for (int read = source.read(step); read >= 0; read = source.read(step)) {
                if (opened.size() + (long) read > limit) {
                    throw new BodyTooLargeException();
                }
                opened.write(step, 0, read);
            }
        }
        return opened.toByteArray();
    }

    private static boolean isUtf8(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer source = ByteBuffer.wrap(bytes);
        CharBuffer sink = CharBuffer.allocate(STEP);
        while (true) {
            CoderResult result = decoder.decode(source, sink, true);
            if (result.isError()) {
                return false;
            }
            if (result.isUnderflow()) {
                return true;
            }
            sink.clear();
        }
    }

    /** Each bad sequence becomes a replacement character, by which the mapper finds it again. */
    private static byte[] mended(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
    }
}
