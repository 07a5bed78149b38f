package tallyfold.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tallyfold.audit.AuditEvent;
import tallyfold.project.PortfolioResult.Field;
import tallyfold.provider.RemoteProjectId;
import tallyfold.support.Databases;

/** Portfolios, programs, and which project lies in which. */
@ParameterizedClass
@EnumSource(Databases.Kind.class)
class PortfolioServiceTest extends LinkingTest {

    PortfolioServiceTest(Databases.Kind kind) {
        super(kind);
    }

    private static PortfolioDraft draft(String name, @Nullable Portfolio parent) {
        return new PortfolioDraft(name, "", "", parent == null ? null : parent.id());
    }

    private Portfolio made(String name, @Nullable Portfolio parent) {
        return done(portfolios.create(draft(name, parent)));
    }

    private static Portfolio done(PortfolioResult result) {
        assertThat(result).isInstanceOf(PortfolioResult.Done.class);
        return ((PortfolioResult.Done) result).portfolio();
    }

    private static Field refusedAt(PortfolioResult result) {
        assertThat(result).isInstanceOf(PortfolioResult.Refused.class);
        PortfolioResult.Refused refused = (PortfolioResult.Refused) result;
        assertThat(refused.reason()).isNotBlank().doesNotContain("{");
        return refused.field();
    }

    private PortfolioResult move(Portfolio what, @Nullable Portfolio into) {
        return portfolios.change(what.id(), draft(what.name(), into), what.version());
    }

    @Nested
    class Creating {

        @Test
        void keepsWhatWasTyped() {
            Portfolio retail = done(portfolios.create(
                    new PortfolioDraft("  Digital   Retail ", " Shops and tills ", "Sofia Marino", null)));
            Portfolio checkout = made("Checkout Renewal", retail);

            assertThat(retail.name()).isEqualTo("Digital Retail");
            assertThat(portfolios.find(retail.id())).contains(retail);
            assertThat(portfolios.find(checkout.id())).contains(checkout);
            assertThat(checkout.program()).isTrue();
            assertThat(portfolios.tree().inOrder()).containsExactly(retail, checkout);
            verify(audit)
                    .record(
                            "portfolio.created",
                            "Digital Retail " + retail.id().value(),
                            AuditEvent.Outcome.SUCCESS,
                            null);
        }

        @Test
        void refusesANameTwiceAmongSiblingsOnly() {
            Portfolio retail = made("Retail", null);
            made("Europe", retail);

            assertThat(refusedAt(portfolios.create(draft("rETAIL ", null)))).isEqualTo(Field.NAME);
            assertThat(refusedAt(portfolios.create(draft("EUROPE", retail)))).isEqualTo(Field.NAME);
            assertThat(made("Europe", null).program()).isFalse();
            assertThat(made("Retail", retail).program()).isTrue();
        }

        @Test
        void refusesWhatIsNoName() {
            for (String name : List.of("", "  \u00a0 ", "n".repeat(257), "nul\0l", "left\u202Eright", "a\u2028b")) {
                assertThat(refusedAt(portfolios.create(draft(name, null)))).isEqualTo(Field.NAME);
            }
            assertThat(refusedAt(portfolios.create(new PortfolioDraft("A", "", "o".repeat(257), null))))
                    .isEqualTo(Field.OWNER);
            assertThat(refusedAt(portfolios.create(new PortfolioDraft("A", "", "\u202Eanna", null))))
                    .isEqualTo(Field.OWNER);
            assertThat(refusedAt(portfolios.create(new PortfolioDraft("A", "d".repeat(4_001), "", null))))
                    .isEqualTo(Field.DESCRIPTION);
            assertThat(portfolios.tree().isEmpty()).isTrue();
            verify(audit, never()).record(eq("portfolio.created"), anyString(), any(), any());
        }

        @Test
        void keepsHostileNamesAsTheyAre() {
            for (String name : List.of(
                    "<script>alert(1)</script>",
                    "=HYPERLINK(\"x\")",
                    "';DROP TABLE project;--",
                    "\u5c55\u958b".repeat(128),
                    "{0} %s ${x}")) {
                assertThat(made(name, null).name()).isEqualTo(name);
            }
            assertThat(portfolios.tree().roots()).hasSize(5);
        }

        @Test
        void refusesAParentThatIsGone() {
            PortfolioDraft lost = new PortfolioDraft("A", "", "", new PortfolioId(UUID.randomUUID()));

            assertThat(refusedAt(portfolios.create(lost))).isEqualTo(Field.PARENT);
        }

        @Test
        void refusesToGoDeeperThanFiveLevels() {
            Portfolio last = made("1", null);
            for (int level = 2; level <= PortfolioTree.MAX_DEPTH; level++) {
                last = made("" + level, last);
            }

            assertThat(refusedAt(portfolios.create(draft("6", last)))).isEqualTo(Field.PARENT);
        }
    }

    @Nested
    class Moving {

        @Test
        void refusesACircleDirectlyAndThroughOthers() {
            Portfolio top = made("Top", null);
            Portfolio middle = made("Middle", top);
            Portfolio bottom = made("Bottom", middle);

            assertThat(refusedAt(move(top, top))).isEqualTo(Field.PARENT);
            assertThat(refusedAt(move(top, middle))).isEqualTo(Field.PARENT);
            assertThat(refusedAt(move(top, bottom))).isEqualTo(Field.PARENT);
            assertThat(done(move(bottom, top)).parent()).isEqualTo(top.id());
            assertThat(done(move(middle, null)).program()).isFalse();
        }

        @Test
        void countsTheLevelsOfWhatIsMoved() {
            Portfolio first = made("A", null);
            Portfolio second = made("B", made("A2", first));
            Portfolio tower = made("T", null);
            made("T3", made("T2", tower));

            assertThat(refusedAt(move(tower, second))).isEqualTo(Field.PARENT);
            assertThat(done(move(tower, portfolios.tree().programs(first.id()).getFirst()))
                            .version())
                    .isEqualTo(1);
        }

        @Test
        void refusesAnOldVersionAndWhatIsGone() {
            Portfolio one = made("One", null);
            done(portfolios.change(one.id(), draft("Uno", null), one.version()));

            assertThat(portfolios.change(one.id(), draft("Eins", null), one.version()))
                    .isInstanceOf(PortfolioResult.Outdated.class);
            assertThat(portfolios.change(new PortfolioId(UUID.randomUUID()), draft("X", null), 0))
                    .isInstanceOf(PortfolioResult.Gone.class);
            assertThat(portfolios.find(one.id()).orElseThrow().name()).isEqualTo("Uno");
        }

        @Test
        void letsOnlyOneOfTwoCrossingMovesThrough() throws Exception {
            for (int round = 0; round < 10; round++) {
                Portfolio left = made("Left " + round, null);
                Portfolio right = made("Right " + round, null);
                List<Callable<PortfolioResult>> both = List.of(() -> move(left, right), () -> move(right, left));
                try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
                    long through = 0;
                    for (Future<PortfolioResult> result : threads.invokeAll(both)) {
                        through += result.get() instanceof PortfolioResult.Done ? 1 : 0;
                    }
                    assertThat(through).isEqualTo(1);
                }
                assertThat(portfolios.tree().inOrder()).hasSize(2 * (round + 1));
            }
        }

        @Test
        void letsOnlyOneOfTwoEqualNamesThrough() throws Exception {
            List<Callable<PortfolioResult>> both =
                    List.of(() -> portfolios.create(draft("Same", null)), () -> portfolios.create(draft("SAME", null)));
            try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
                for (Future<PortfolioResult> result : threads.invokeAll(both)) {
                    assertThat(result.get()).isNotNull();
                }
            }
            assertThat(portfolios.tree().roots()).hasSize(1);
        }
    }

    @Nested
    class Deleting {

        @Test
        void leavesProjectsAndProgramsWhereItLay() {
            Portfolio retail = made("Retail", null);
            Portfolio checkout = made("Checkout", retail);
            Portfolio tills = made("Tills", checkout);
            ProjectId shop = project("Shop");
            portfolios.place(List.of(shop), checkout.id());

            assertThat(portfolios.delete(checkout.id(), checkout.version()))
                    .isEqualTo(new DeletePortfolioResult.Deleted(1, 1));
            assertThat(portfolios.tree().of(shop)).contains(retail);
            assertThat(portfolios.find(tills.id()).orElseThrow().parent()).isEqualTo(retail.id());

            assertThat(portfolios.delete(retail.id(), retail.version()))
                    .isEqualTo(new DeletePortfolioResult.Deleted(1, 1));
            assertThat(portfolios.tree().of(shop)).isEmpty();
            assertThat(projects.find(shop)).isPresent();
        }

        @Test
        void refusesWhenAProgramWouldClash() {
            Portfolio retail = made("Retail", null);
            made("Tills", retail);
            made("tILLS", null);

            assertThat(portfolios.delete(retail.id(), 0)).isInstanceOf(DeletePortfolioResult.Refused.class);
            assertThat(portfolios.find(retail.id())).isPresent();
        }

        @Test
        void allowsAProgramOfTheSameName() {
            Portfolio retail = made("Retail", null);
            made("Retail", retail);

            assertThat(portfolios.delete(retail.id(), 0)).isInstanceOf(DeletePortfolioResult.Deleted.class);
        }

        @Test
        void refusesAnOldVersionAndWhatIsGone() {
            Portfolio one = made("One", null);

            assertThat(portfolios.delete(one.id(), 7)).isInstanceOf(DeletePortfolioResult.Outdated.class);
            assertThat(portfolios.delete(new PortfolioId(UUID.randomUUID()), 0))
                    .isInstanceOf(DeletePortfolioResult.Gone.class);
        }
    }

    @Nested
    class Placing {

        @Test
        void movesProjectsSoThatEachLiesInOneAtMost() {
            Portfolio retail = made("Retail", null);
            Portfolio finance = made("Finance", null);
            ProjectId shop = project("Shop");
            ProjectId bank = project("Bank");

            assertThat(portfolios.place(List.of(shop, bank), retail.id())).isTrue();
            assertThat(portfolios.place(List.of(bank), finance.id())).isTrue();

            PortfolioTree tree = portfolios.tree();
            assertThat(tree.projects(retail.id())).containsExactly(shop);
            assertThat(tree.projects(finance.id())).containsExactly(bank);
            assertThat(portfolios.place(List.of(shop), null)).isTrue();
            assertThat(portfolios.tree().of(shop)).isEmpty();
        }

        @Test
        void refusesAPortfolioThatIsGone() {
            Portfolio retail = made("Retail", null);
            ProjectId shop = project("Shop");
            portfolios.place(List.of(shop), retail.id());

            assertThat(portfolios.place(List.of(shop), new PortfolioId(UUID.randomUUID())))
                    .isFalse();
            assertThat(portfolios.tree().of(shop)).contains(retail);
        }

        @Test
        void createsAProjectInAPortfolio() {
            Portfolio retail = made("Retail", null);

            Project made = ((CreateProjectResult.Created)
                            projects.create(new ProjectDraft("Shop", "", null, null, retail.id())))
                    .project();

            assertThat(portfolios.tree().of(made.id())).contains(retail);
            assertThat(projects.create(new ProjectDraft("Lost", "", null, null, new PortfolioId(UUID.randomUUID()))))
                    .isInstanceOfSatisfying(
                            CreateProjectResult.Refused.class,
                            refused -> assertThat(refused.field()).isEqualTo(CreateProjectResult.Field.PORTFOLIO));
        }

        @Test
        void importsABatchIntoAPortfolioButTakesNothingOutOfAnother() {
            Portfolio retail = made("Retail", null);
            Portfolio finance = made("Finance", null);
            ProjectId bank = project("Bank");
            portfolios.place(List.of(bank), finance.id());
            ImportService imports = context.getBean(ImportService.class);

            imports.start(
                    FIRST,
                    List.of(
                            new ImportChoice(SHOP, "Shop", null, "Shop"),
                            new ImportChoice(new RemoteProjectId("Bank"), "Bank", bank, "")),
                    retail.id());

            assertThat(portfolios.tree().projects(retail.id())).hasSize(1).doesNotContain(bank);
            assertThat(portfolios.tree().of(bank)).contains(finance);
            assertThat(imports.start(
                            FIRST,
                            List.of(new ImportChoice(new RemoteProjectId("Mill"), "Mill", null, "Mill")),
                            new PortfolioId(UUID.randomUUID())))
                    .isInstanceOfSatisfying(
                            ImportResult.Refused.class,
                            refused -> assertThat(refused.reasons()).containsOnlyKeys(new RemoteProjectId("Mill")));
        }
    }

    @Test
    void aTreeWithACircleInItStillEnds() {
        PortfolioId one = new PortfolioId(new UUID(0, 1));
        PortfolioId two = new PortfolioId(new UUID(0, 2));
        Portfolio first = new Portfolio(one, "1", "", "", two, java.time.Instant.EPOCH, 0);
        Portfolio second = new Portfolio(two, "2", "", "", one, java.time.Instant.EPOCH, 0);

        PortfolioTree tree = new PortfolioTree(List.of(first, second), Map.of());

        assertThat(tree.below(one)).containsExactly(one, two);
        assertThat(tree.path(one)).hasSize(2);
    }
}
