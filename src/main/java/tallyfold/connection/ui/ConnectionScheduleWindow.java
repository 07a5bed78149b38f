package tallyfold.connection.ui;

import tallyfold.connection.Connection;

/** Opens the window for when the links of a connection are synced; made above, where that is known. */
public interface ConnectionScheduleWindow {

    void open(Connection connection);
}
