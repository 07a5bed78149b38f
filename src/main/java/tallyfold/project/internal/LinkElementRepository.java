package tallyfold.project.internal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tallyfold.project.LinkId;
import tallyfold.project.LinkedElement;
import tallyfold.provider.Element;

/** Writes the table of what links cover. */
@Repository
public class LinkElementRepository {

    private final JdbcClient jdbc;

    LinkElementRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(LinkId link, List<LinkedElement> elements) {
        int position = 0;
        for (LinkedElement each : elements) {
            jdbc.sql("INSERT INTO link_element (link_id, kind, element_key, position, below, name, problem)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)")
                    .param(link.value())
                    .param(each.element().kind().name())
                    .param(each.element().key())
                    .param(position++)
                    .param(each.element().below())
                    .param(each.name())
                    .param(each.problem())
                    .update();
        }
    }

    void erase(LinkId link) {
        jdbc.sql("DELETE FROM link_element WHERE link_id = ?")
                .param(link.value())
                .update();
    }

    /** Keeps what parts are called now; a part the link no longer covers is passed over. */
    public void rename(LinkId link, Map<Element, String> names) {
        names.forEach((element, name) -> jdbc.sql(
                        "UPDATE link_element SET name = ? WHERE link_id = ? AND kind = ? AND element_key = ?"
                                + " AND name <> ?")
                .param(name)
                .param(link.value())
                .param(element.kind().name())
                .param(element.key())
                .param(name)
                .update());
    }

    /** Keeps what came in the way of reading a part; null when nothing did. */
    public void problem(LinkId link, Element element, @Nullable String code) {
        jdbc.sql("UPDATE link_element SET problem = ? WHERE link_id = ? AND kind = ? AND element_key = ?"
                        + " AND problem IS DISTINCT FROM CAST(? AS VARCHAR)")
                .param(code)
                .param(link.value())
                .param(element.kind().name())
                .param(element.key())
                .param(code)
                .update();
    }
}
