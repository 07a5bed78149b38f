package tallyfold.portfolio.ui.linking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tallyfold.portfolio.ui.linking.ElementSelection.Chosen;
import tallyfold.portfolio.ui.linking.ElementSelection.Mark;
import tallyfold.project.LinkedElement;
import tallyfold.provider.Element;
import tallyfold.provider.ElementChoice;
import tallyfold.provider.ElementKind;

class ElementSelectionTest {

    private final ElementSelection selection = new ElementSelection();
    private final ElementChoice shop = LinkSamples.area("Shop");
    private final ElementChoice checkout = LinkSamples.area("Shop\\Checkout");
    private final ElementChoice cards = LinkSamples.area("Shop\\Checkout\\Cards");

    @Test
    void beginsWithTheWholeProject() {
        assertThat(selection.elements()).containsExactly(Element.WHOLE_PROJECT);
    }

    @Test
    void leavesTheWholeWhenAPartIsTicked() {
        selection.tick(checkout);

        assertThat(selection.elements()).containsExactly(checkout.element(true));
    }

    @Test
    void keepsThePartsWhileTheWholeIsLookedAt() {
        selection.tick(checkout);
        selection.whole(true);
        assertThat(selection.elements()).containsExactly(Element.WHOLE_PROJECT);

        selection.whole(false);

        assertThat(selection.elements()).containsExactly(checkout.element(true));
    }

    @Test
    void includesWhatIsBelowATickedArea() {
        selection.tick(checkout);

        assertThat(selection.mark(checkout)).isEqualTo(Mark.TICKED);
        assertThat(selection.mark(cards)).isEqualTo(Mark.INCLUDED);
        assertThat(selection.mark(shop)).isEqualTo(Mark.PARTLY);
        assertThat(selection.mark(LinkSamples.area("Shop\\Checkouts"))).isEqualTo(Mark.NONE);
    }

    @Test
    void includesNothingBelowWhenThatIsSwitchedOff() {
        selection.tick(checkout);

        selection.below(checkout.element(true), false);

        assertThat(selection.mark(cards)).isEqualTo(Mark.NONE);
        assertThat(selection.elements()).containsExactly(checkout.element(false));
    }

    @Test
    void needsNoTickBelowATickedArea() {
        selection.tick(cards);
        selection.tick(LinkSamples.team("Payments"));

        selection.tick(shop);

        assertThat(selection.parts()).extracting(Chosen::name).containsExactly("Payments", "Shop");
    }

    @Test
    void takesWhatALinkCoversAndUnticksIt() {
        selection.take(List.of(
                new LinkedElement(checkout.element(false), "Shop\\Checkout", null),
                new LinkedElement(Element.of(ElementKind.WORK_ITEM, "7"), "Refunds", null)));
        assertThat(selection.whole()).isFalse();
        assertThat(selection.count(ElementKind.AREA)).isOne();
        assertThat(selection.mark(checkout)).isEqualTo(Mark.TICKED);

        selection.untick(checkout.element(true));

        assertThat(selection.elements()).containsExactly(Element.of(ElementKind.WORK_ITEM, "7"));
    }

    @Test
    void tellsAnAreaFromAnIterationOfTheSamePath() {
        selection.tick(checkout);

        assertThat(selection.mark(LinkSamples.choice(ElementKind.ITERATION, "k", "Cards", "Shop\\Checkout\\Cards")))
                .isEqualTo(Mark.NONE);
    }
}
