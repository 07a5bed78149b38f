package tallyfold.workitem.internal;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;

/** Ids as one parameter of a statement, in the form both databases take. */
final class IdArray {

    private IdArray() {}

    static Array of(PreparedStatement ps, Collection<Long> ids) throws SQLException {
        return ps.getConnection().createArrayOf("bigint", ids.toArray());
    }
}
