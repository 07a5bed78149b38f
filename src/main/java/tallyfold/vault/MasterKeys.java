package tallyfold.vault;

import java.util.List;
import org.springframework.stereotype.Component;
import tallyfold.vault.internal.KeyBook;

/** Which master keys there are and were. */
@Component
public class MasterKeys {

    private final KeyBook book;

    MasterKeys(KeyBook book) {
        this.book = book;
    }

    /** The one in use first, then the newest. */
    public List<KnownKey> all() {
        return book.all();
    }

    /** Whether the key is a file that the product made and may replace by itself. */
    public boolean ours() {
        return book.ours();
    }
}
