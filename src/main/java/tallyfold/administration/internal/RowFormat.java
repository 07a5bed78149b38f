package tallyfold.administration.internal;

import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of a backup: a row is an array of its columns' values on a line of its own. */
final class RowFormat {

    private static final JsonFactory ROWS = JsonFactory.builder()
            .rootValueSeparator("\n")
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    static final JsonMapper MANIFEST = JsonMapper.builder().build();

    private RowFormat() {}

    static JsonGenerator generator(OutputStream out) {
        return ROWS.createGenerator(ObjectWriteContext.empty(), out);
    }

    static JsonParser parser(InputStream in) {
        return ROWS.createParser(ObjectReadContext.empty(), in);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
