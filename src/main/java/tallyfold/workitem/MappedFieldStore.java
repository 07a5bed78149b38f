package tallyfold.workitem;

import java.util.Set;
import org.springframework.stereotype.Component;
import tallyfold.connection.ConnectionId;
import tallyfold.workitem.internal.FieldMappingRepository;

/** Which fields the engine reads beyond the usual ones. */
@Component
public class MappedFieldStore {

    private final FieldMappingRepository mappings;

    MappedFieldStore(FieldMappingRepository mappings) {
        this.mappings = mappings;
    }

    /** The fields that links of a connection need, by reference name; most often none. */
    public Set<String> wanted(ConnectionId connection) {
        return mappings.fields(connection);
    }

    /** Keeps which fields the organization of a connection was found not to have. */
    public void noteMissing(ConnectionId connection, Set<String> missing) {
        mappings.noteMissing(connection, missing);
    }
}
