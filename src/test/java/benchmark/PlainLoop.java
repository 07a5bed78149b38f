package benchmark;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/** What most would write: project after project, ids by a query, items in batches one after another, each page saved. */
final class PlainLoop {

    private static final ParameterizedTypeReference<Map<String, Object>> JSON = new ParameterizedTypeReference<>() {};

    private final RestClient client;
    private final String organization;

    PlainLoop(URI simulator, String organization, String token) {
        this.organization = organization;
        this.client = RestClient.builder()
                .baseUrl(simulator + "/dev.azure.com/" + organization)
                .defaultHeaders(headers -> headers.setBasicAuth("", token))
                .build();
    }

    /** Loads everything into a fresh H2 file; says how long it took. */
    Duration run(Path folder) throws SQLException {
        long began = System.nanoTime();
        try (Connection connection =
                DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("plain") + ";WRITE_DELAY=0")) {
            try (var statement = connection.createStatement()) {
                statement.execute(
                        "CREATE TABLE item (id BIGINT PRIMARY KEY, rev INT, type VARCHAR(128), title VARCHAR(1024),"
                                + " state VARCHAR(128), assignee VARCHAR(512), area VARCHAR(4000), iteration VARCHAR(4000),"
                                + " changed VARCHAR(64))");
                statement.execute("CREATE INDEX item_title ON item (title, id)");
                statement.execute("CREATE INDEX item_state ON item (state, id)");
                statement.execute("CREATE INDEX item_assignee ON item (assignee, id)");
                statement.execute("CREATE INDEX item_changed ON item (changed, id)");
            }
            for (String project : projects()) {
                List<Object> ids = ids(project);
                for (int from = 0; from < ids.size(); from += 200) {
                    save(connection, batch(ids.subList(from, Math.min(ids.size(), from + 200))));
                }
            }
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private List<String> projects() {
        List<String> names = new ArrayList<>();
        values(client.get()
                        .uri("/_apis/projects?$top=1000&api-version=7.1")
                        .retrieve()
                        .body(JSON))
                .forEach(project -> names.add(String.valueOf(project.get("id"))));
        return names;
    }

    private List<Object> ids(String project) {
        Map<String, Object> answer = client.post()
                .uri("/{project}/_apis/wit/wiql?api-version=7.1", project)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("query", "SELECT [System.Id] FROM WorkItems WHERE [System.TeamProject] = @project"))
                .retrieve()
                .body(JSON);
        List<Object> ids = new ArrayList<>();
        list(answer, "workItems").forEach(item -> ids.add(item.get("id")));
        return ids;
    }

    private List<Map<String, Object>> batch(List<Object> ids) {
        return values(client.post()
                .uri("/_apis/wit/workitemsbatch?api-version=7.1")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("ids", ids, "$expand", "none"))
                .retrieve()
                .body(JSON));
    }

    private static void save(Connection connection, List<Map<String, Object>> items) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement merge =
                connection.prepareStatement("MERGE INTO item KEY (id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Map<String, Object> item : items) {
                Object fields = item.get("fields");
                Map<?, ?> values = fields instanceof Map<?, ?> map ? map : Map.of();
                merge.setObject(1, item.get("id"));
                merge.setObject(2, item.get("rev"));
                int column = 3;
                for (String name : List.of(
                        "System.WorkItemType",
                        "System.Title",
                        "System.State",
                        "System.AssignedTo",
                        "System.AreaPath",
                        "System.IterationPath",
                        "System.ChangedDate")) {
                    Object value = values.get(name);
                    Object plain = value instanceof Map<?, ?> person ? person.get("displayName") : value;
                    merge.setString(column++, plain == null ? null : plain.toString());
                }
                merge.executeUpdate();
            }
        }
        connection.commit();
    }

    private static List<Map<String, Object>> values(Map<String, Object> answer) {
        return list(answer, "value");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> answer, String name) {
        return (List<Map<String, Object>>) answer.get(name);
    }

    @Override
    public String toString() {
        return "plain loop over " + organization;
    }
}
