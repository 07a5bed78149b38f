package tallyfold.sync.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import simulator.azuredevops.FaultRule;

/** Has the simulator give the answers of our corpus. */
final class Corpus {

    private Corpus() {}

    static void inject(FaultRule rule, List<String> row) {
        Map<String, String> headers = new HashMap<>();
        String text = row.get(2);
        if (text.startsWith("->")) {
            headers.put("Location", text.substring(2));
            text = "";
        }
        switch (row.get(1)) {
            case "json" -> headers.put("Content-Type", "application/json; charset=utf-8");
            case "html" -> headers.put("Content-Type", "text/html; charset=utf-8");
            case "text" -> headers.put("Content-Type", "text/plain; charset=utf-8");
            case "service-html" -> {
                headers.put("Content-Type", "text/html; charset=utf-8");
                headers.put("X-TFS-ProcessId", "5e1f8c2d-0000-4000-8000-000000000000");
            }
            // The simulator would call a text JSON that says nothing of itself.
            default -> headers.put("Content-Type", "");
        }
        rule.answer(Integer.parseInt(row.getFirst()), headers, text);
    }
}
