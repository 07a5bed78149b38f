package tallyfold.connection.ui;

import tallyfold.connection.Connection;

/** What the menu of a row asks of the page. */
interface RowActions {

    void check(Connection connection);

    void diagnose(Connection connection);

    void edit(Connection connection);

    void replaceToken(Connection connection);

    /** Whether {@link #schedule} does anything. */
    boolean schedules();

    void schedule(Connection connection);

    void importProjects(Connection connection);

    void delete(Connection connection);
}
