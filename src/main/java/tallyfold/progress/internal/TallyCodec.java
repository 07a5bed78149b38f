package tallyfold.progress.internal;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Parts of a {@link Tally} as text in pieces that fit into a column; plain ASCII, so that it can be cut anywhere. */
final class TallyCodec {

    private static final int PIECE = 50_000;

    private static final JsonMapper JSON = JsonMapper.builder()
            .configure(JsonWriteFeature.ESCAPE_NON_ASCII, true)
            .build();

    private TallyCodec() {}

    static List<String> write(Record part) {
        String text = JSON.writeValueAsString(part);
        List<String> pieces = new ArrayList<>();
        for (int from = 0; from < text.length(); from += PIECE) {
            pieces.add(text.substring(from, Math.min(text.length(), from + PIECE)));
        }
        return pieces;
    }

    static <T extends Record> T read(List<String> pieces, Class<T> type) {
        return JSON.readValue(String.join("", pieces), type);
    }
}
