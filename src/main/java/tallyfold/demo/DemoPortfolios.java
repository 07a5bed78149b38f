package tallyfold.demo;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tallyfold.project.LinkStore;
import tallyfold.project.Portfolio;
import tallyfold.project.PortfolioDraft;
import tallyfold.project.PortfolioId;
import tallyfold.project.PortfolioStore;
import tallyfold.project.ProjectLinked;
import tallyfold.uikit.Texts;

/** Two portfolios, one of them with a program, into which the projects of a demonstration come as they are linked. */
@Component
@Profile("demo")
class DemoPortfolios {

    private static final String DIGITAL = "Digital Services";
    private static final String PAYMENTS = "Payments and Banking";
    private static final String FIELD = "Field and Operations";

    private static final Map<String, String> PLACES = Map.ofEntries(
            Map.entry("Payments Gateway", PAYMENTS),
            Map.entry("Mobile Banking App", PAYMENTS),
            Map.entry("Clinic Scheduling", DIGITAL),
            Map.entry("Customer Portal Relaunch", DIGITAL),
            Map.entry("Learning Hub", DIGITAL),
            Map.entry("Warehouse Robotics", FIELD),
            Map.entry("Fleet Telematics", FIELD),
            Map.entry("Energy Meter Firmware", FIELD),
            Map.entry("Office Move Riverside", FIELD));

    private final PortfolioStore portfolios;
    private final LinkStore links;
    private final TransactionTemplate transaction;

    DemoPortfolios(PortfolioStore portfolios, LinkStore links, TransactionTemplate transaction) {
        this.portfolios = portfolios;
        this.links = links;
        this.transaction = transaction;
    }

    /** On the first start only: what somebody deletes stays deleted. */
    @EventListener(ApplicationReadyEvent.class)
    void make() {
        transaction.executeWithoutResult(_ -> {
            if (portfolios.tree().isEmpty()) {
                Portfolio digital = portfolios.create(
                        new PortfolioDraft(DIGITAL, Texts.of("demo.portfolio.digital"), "Sofia Marino", null));
                portfolios.create(
                        new PortfolioDraft(PAYMENTS, Texts.of("demo.portfolio.payments"), "Jonas Weber", digital.id()));
                portfolios.create(new PortfolioDraft(FIELD, Texts.of("demo.portfolio.field"), "Priya Nair", null));
            }
        });
    }

    /** Inside the transaction that makes the link. */
    @EventListener
    void place(ProjectLinked linked) {
        links.find(linked.link())
                .map(link -> PLACES.get(link.remoteName()))
                .map(portfoliosByName()::get)
                .ifPresent(portfolio -> portfolios.placeHomeless(linked.project(), portfolio));
    }

    private Map<String, PortfolioId> portfoliosByName() {
        List<Portfolio> all = portfolios.tree().inOrder();
        return all.stream().collect(Collectors.toMap(Portfolio::name, Portfolio::id, (first, _) -> first));
    }
}
