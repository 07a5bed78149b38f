package tallyfold.azuredevops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import simulator.azuredevops.Fields;
import tallyfold.provider.RemoteItemText;
import tallyfold.provider.RemoteItemText.Format;
import tallyfold.provider.RemoteItemText.Kind;
import tallyfold.provider.RemoteItemText.Part;

/** Reading what is written in an item. */
class ItemTextTest extends ElementCase {

    @Test
    void readsTheTextsThatAreThereWithOneRequest() {
        long item = item(
                "Search",
                Map.of(
                        Fields.DESCRIPTION,
                        "<p>Find <b>things</b></p>",
                        "Microsoft.VSTS.TCM.ReproSteps",
                        "<p>Type</p>"));
        long before = session.cost().requests();

        RemoteItemText text = session.itemText(item);

        assertThat(text.parts())
                .containsExactly(
                        new Part(Kind.DESCRIPTION, Format.HTML, "<p>Find <b>things</b></p>"),
                        new Part(Kind.REPRO_STEPS, Format.HTML, "<p>Type</p>"));
        assertThat(session.cost().requests() - before).isEqualTo(1);
    }

    @Test
    void findsNoTextInAnItemWithoutOne() {
        assertThat(session.itemText(item("Bare", Map.of())).parts()).isEmpty();
    }

    @Test
    void saysThatTheItemIsGone() {
        long item = item("Gone", Map.of());
        acme.destroy(item);

        assertFailure(() -> session.itemText(item)).isEqualTo("NOT_FOUND.WORK_ITEM");
    }
}
