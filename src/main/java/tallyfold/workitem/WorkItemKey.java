package tallyfold.workitem;

import tallyfold.connection.ConnectionId;

/**
 * Key of a work item: numbers are unique in one organization only.
 *
 * @param id the source system's number, 1 or more
 */
public record WorkItemKey(ConnectionId connection, long id) {}
