package tallyfold.portfolio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tallyfold.project.ImportStatus;
import tallyfold.project.Project;

class ImportSelectionTest {

    private final Project giftCards = ImportSamples.project("Gift Cards");
    private final Project wiki = ImportSamples.project("Wiki");
    private final ImportRow website = new ImportRow(ImportSamples.fresh("Website"));
    private final ImportRow designSystem = new ImportRow(ImportSamples.fresh("Design System"));
    private final ImportRow linkable =
            new ImportRow(ImportSamples.candidate("Gift Cards", ImportStatus.LINK, giftCards));
    private final ImportRow linked = new ImportRow(
            ImportSamples.candidate("ERP", ImportStatus.ALREADY_LINKED, ImportSamples.project("ERP Interfaces")));
    private final ImportSelection selection =
            new ImportSelection(List.of(website, designSystem, linkable, linked), List.of(giftCards, wiki));

    @Nested
    class Filter {

        @Test
        void findsEveryWordInNamesAndDescription() {
            selection.filter("system ABOUT", null);

            assertThat(selection.rows()).filteredOn(selection::matches).containsExactly(designSystem);
        }

        @Test
        void findsTheNameInTallyfoldToo() {
            selection.filter("interfaces", null);

            assertThat(selection.rows()).filteredOn(selection::matches).containsExactly(linked);
        }

        @Test
        void narrowsByStatus() {
            selection.filter("", ImportStatus.LINK);

            assertThat(selection.rows()).filteredOn(selection::matches).containsExactly(linkable);
        }

        @Test
        void takesSignsOfPatternsAsTheyStand() {
            selection.filter(".*", null);

            assertThat(selection.rows()).noneMatch(selection::matches);
        }

        @Test
        void offersAllThatMatchWithoutTheLinkedOnes() {
            assertThat(selection.selectableMatches()).containsExactly(website, designSystem, linkable);
        }
    }

    @Nested
    class CountsOfTheChosen {

        @Test
        void tellsHowManyBecomeNewAndHowManyAreLinked() {
            selection.select(List.of(website, linkable));

            assertThat(selection.counts()).isEqualTo(new ImportSelection.Counts(4, 2, 1, 1));
        }

        @Test
        void countsARowAsNewOnceItIsNotToBeLinked() {
            selection.select(List.of(linkable));
            linkable.linkTo(null);

            assertThat(selection.counts()).isEqualTo(new ImportSelection.Counts(4, 1, 1, 0));
        }
    }

    @Nested
    class Problems {

        @Test
        void seesNoneAtFirst() {
            selection.select(List.of(website, designSystem, linkable));

            assertThat(selection.problems()).isEmpty();
        }

        @Test
        void blamesTheRowWhoseNameWasTypedWhateverItsPlace() {
            website.rename("  design   SYSTEM ");
            selection.select(List.of(website, designSystem));

            assertThat(selection.problems()).isEqualTo(Map.of(website, "Another row has this name"));
        }

        @Test
        void looksAtChosenRowsOnly() {
            website.rename("Design System");
            selection.select(List.of(website));

            assertThat(selection.problems()).isEmpty();
        }

        @Test
        void refusesTheNameOfAProjectThatIsThere() {
            website.rename("wiki");
            linkable.linkTo(null);
            selection.select(List.of(website, linkable));

            assertThat(selection.problems())
                    .containsOnlyKeys(website, linkable)
                    .containsValue("A project with this name exists");
        }

        @Test
        void refusesTheNameOfALinkedProject() {
            website.rename("ERP Interfaces");
            selection.select(List.of(website));

            assertThat(selection.problems()).containsOnlyKeys(website);
        }

        @Test
        void refusesNoNameAndTooLongAName() {
            website.rename(" \u00a0 ");
            designSystem.rename("x".repeat(257));
            selection.select(List.of(website, designSystem));

            assertThat(selection.problems().values())
                    .containsExactly("A project needs a name", "A name has at most 256 characters");
        }

        @Test
        void refusesTwoLinksToOneProject() {
            ImportRow other = new ImportRow(ImportSamples.candidate("Cards", ImportStatus.LINK, wiki));
            ImportSelection both = new ImportSelection(List.of(linkable, other), List.of(giftCards, wiki));
            other.linkTo(giftCards);
            both.select(List.of(linkable, other));

            assertThat(both.problems()).isEqualTo(Map.of(other, "Another row links to this project"));
        }

        @Test
        void keepsWhatTheServerSaidUntilTheRowIsChanged() {
            selection.select(List.of(website));
            selection.refused(Map.of(website.id(), "Somebody was faster"));
            assertThat(selection.problems()).isEqualTo(Map.of(website, "Somebody was faster"));

            website.rename("Web");

            assertThat(selection.problems()).isEmpty();
        }
    }

    @Test
    void handsOnNamesWithoutBlanksAroundThemAndTheChosenTarget() {
        website.rename(" Web ");
        selection.select(List.of(linkable, website));

        assertThat(selection.choices())
                .extracting(choice -> choice.remoteName() + ">" + choice.name() + ">" + choice.linkTo())
                .containsExactly("Website>Web>null", "Gift Cards>Gift Cards>" + giftCards.id());
    }

    @Test
    void judgesThousandsOfRowsInAMoment() {
        List<ImportRow> many = IntStream.range(0, 5000)
                .mapToObj(number -> new ImportRow(ImportSamples.fresh("Project " + number)))
                .toList();
        ImportSelection large = new ImportSelection(many, List.of());
        large.select(many);
        many.getLast().rename("Project 17");

        assertThat(large.problems()).containsOnlyKeys(many.getLast());
    }
}
