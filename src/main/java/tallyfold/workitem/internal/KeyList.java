package tallyfold.workitem.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tallyfold.connection.ConnectionId;
import tallyfold.workitem.WorkItemKey;

/** Keys in an order, kept small: the connections of a project are few, at most 65,535. */
final class KeyList {

    private final List<ConnectionId> connections;
    private final char[] connectionOf;
    private final long[] ids;

    private KeyList(List<ConnectionId> connections, char[] connectionOf, long[] ids) {
        this.connections = connections;
        this.connectionOf = connectionOf;
        this.ids = ids;
    }

    int size() {
        return ids.length;
    }

    /** From the place given, at most so many. */
    List<WorkItemKey> slice(int offset, int limit) {
        List<WorkItemKey> slice = new ArrayList<>();
        for (int i = offset; i < ids.length && slice.size() < limit; i++) {
            slice.add(new WorkItemKey(connections.get(connectionOf[i]), ids[i]));
        }
        return slice;
    }

    static final class Builder {

        private final Map<ConnectionId, Character> places = new HashMap<>();
        private final List<ConnectionId> connections = new ArrayList<>();
        private char[] connectionOf = new char[64];
        private long[] ids = new long[64];
        private int size;

        void add(ConnectionId connection, long id) {
            if (size == ids.length) {
                connectionOf = Arrays.copyOf(connectionOf, size * 2);
                ids = Arrays.copyOf(ids, size * 2);
            }
            connectionOf[size] = places.computeIfAbsent(connection, this::place);
            ids[size++] = id;
        }

        private Character place(ConnectionId connection) {
            connections.add(connection);
            return (char) (connections.size() - 1);
        }

        KeyList build() {
            return new KeyList(List.copyOf(connections), Arrays.copyOf(connectionOf, size), Arrays.copyOf(ids, size));
        }
    }
}
