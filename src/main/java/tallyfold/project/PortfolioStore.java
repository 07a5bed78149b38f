package tallyfold.project;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tallyfold.audit.AuditEvent;
import tallyfold.audit.AuditLog;
import tallyfold.project.internal.PortfolioRepository;
import tallyfold.project.internal.PortfolioRules;

/** Portfolios where no user stands behind. Joins the caller's transaction, and has to be called in one. */
@Component
public class PortfolioStore {

    private final PortfolioRepository portfolios;
    private final AuditLog audit;
    private final Clock clock;

    PortfolioStore(PortfolioRepository portfolios, AuditLog audit, Clock clock) {
        this.portfolios = portfolios;
        this.audit = audit;
        this.clock = clock;
    }

    public PortfolioTree tree() {
        return portfolios.tree();
    }

    /**
     * Makes a portfolio.
     *
     * @throws IllegalArgumentException when the draft breaks a rule; see {@link PortfolioService#create}
     */
    public Portfolio create(PortfolioDraft wanted) {
        PortfolioDraft draft = PortfolioRules.tidy(wanted);
        portfolios.lockGate();
        Optional<PortfolioResult.Refused> objection = PortfolioRules.objection(portfolios.tree(), draft, null);
        if (objection.isPresent()) {
            throw new IllegalArgumentException(objection.get().reason());
        }
        Portfolio made = new Portfolio(
                new PortfolioId(UUID.randomUUID()),
                draft.name(),
                draft.description(),
                draft.owner(),
                draft.parent(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                0);
        portfolios.insert(made, AuditLog.SYSTEM);
        audit.record("portfolio.created", made.name() + " " + made.id().value(), AuditEvent.Outcome.SUCCESS, null);
        return made;
    }

    /** Puts a project into a portfolio if it lies in none. */
    public void placeHomeless(ProjectId project, PortfolioId portfolio) {
        portfolios.placeHomeless(List.of(project), portfolio);
    }
}
