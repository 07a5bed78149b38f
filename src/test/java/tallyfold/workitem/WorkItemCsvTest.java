package tallyfold.workitem;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tallyfold.connection.ConnectionId;
import tallyfold.project.LinkId;
import tallyfold.provider.StateCategory;
import tallyfold.provider.WorkItemLevel;

class WorkItemCsvTest {

    private static String line(String title) {
        StringBuilder out = new StringBuilder();
        WorkItemCsv csv = new WorkItemCsv(out);
        int header = out.length();
        csv.write(new WorkItemRow(
                new WorkItemKey(new ConnectionId(new UUID(0, 1)), 42),
                new LinkId(new UUID(0, 2)),
                7,
                "Bug",
                null,
                null,
                WorkItemLevel.REQUIREMENT,
                title,
                "Active",
                null,
                StateCategory.IN_PROGRESS,
                null,
                "Shop\\Pay",
                "Shop",
                41L,
                2,
                5.0,
                null,
                -1.5,
                null,
                null,
                LocalDate.of(2026, 11, 23),
                null,
                null,
                List.of("api", "b"),
                null,
                URI.create("https://dev.azure.com/x/_workitems/edit/42"),
                null,
                false,
                false));
        return out.substring(header);
    }

    @Test
    void writesEveryFieldInOrder() {
        assertThat(line("Refund, \"twice\""))
                .isEqualTo(
                        "42,7,\"Bug\",\"Active\",\"in progress\",\"Refund, \"\"twice\"\"\",,\"Shop\\Pay\",\"Shop\",41,2,5,,"
                                + "-1.5,,,2026-11-23,,,,\"api; b\",\"https://dev.azure.com/x/_workitems/edit/42\"\r\n");
    }

    @Test
    void beginsWithTheNamesOfAsManyColumnsAsALineHas() {
        StringBuilder out = new StringBuilder();
        new WorkItemCsv(out);

        assertThat(out.toString())
                .startsWith("\uFEFFID,Revision,Type,State,State category,Title")
                .endsWith("\r\n");
        assertThat(out.toString().split(",", -1)).hasSize(line("x").split(",", -1).length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://x\")",
                "+1",
                "-1+cmd|' /C calc'!A0",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "  =1",
                "\uFEFF=1",
                "\uFF1D1",
                "\u00A0=1"
            })
    void takesTheSenseOutOfFormulas(String title) {
        assertThat(line(title)).contains("\"'" + title.replace("\"", "\"\"") + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=b", "3-2", "mail@contoso.com", "'quoted'", "Ünïcode ß 你好"})
    void leavesOtherTextAsItIs(String title) {
        assertThat(line(title)).contains("\"" + title + "\"");
    }
}
