package tallyfold.project;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tallyfold.audit.AuditEvent;
import tallyfold.audit.AuditLog;
import tallyfold.project.internal.PortfolioRepository;
import tallyfold.project.internal.PortfolioRules;
import tallyfold.security.CurrentUser;
import tallyfold.uikit.Texts;

/** What people do with portfolios and programs. */
@Service
@PreAuthorize("hasRole('VIEWER')")
public class PortfolioService {

    private final PortfolioRepository portfolios;
    private final AuditLog audit;
    private final CurrentUser currentUser;
    private final Clock clock;

    PortfolioService(PortfolioRepository portfolios, AuditLog audit, CurrentUser currentUser, Clock clock) {
        this.portfolios = portfolios;
        this.audit = audit;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** All portfolios with the projects in them, siblings by name; two queries. */
    public PortfolioTree tree() {
        return portfolios.tree();
    }

    public Optional<Portfolio> find(PortfolioId id) {
        return portfolios.find(id);
    }

    @Transactional
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'PROJECT_MANAGER')")
    public PortfolioResult create(PortfolioDraft wanted) {
        PortfolioDraft draft = PortfolioRules.tidy(wanted);
        portfolios.lockGate();
        Optional<PortfolioResult.Refused> objection = PortfolioRules.objection(portfolios.tree(), draft, null);
        if (objection.isPresent()) {
            return objection.get();
        }
        Portfolio made = new Portfolio(
                new PortfolioId(UUID.randomUUID()),
                draft.name(),
                draft.description(),
                draft.owner(),
                draft.parent(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                0);
        portfolios.insert(made, currentUser.require().name());
        record("portfolio.created", made, null);
        return new PortfolioResult.Done(made);
    }

    /**
     * Gives a portfolio other words or another place.
     *
     * @param version of the portfolio as it was when the person looked
     */
    @Transactional
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'PROJECT_MANAGER')")
    public PortfolioResult change(PortfolioId id, PortfolioDraft wanted, int version) {
        PortfolioDraft draft = PortfolioRules.tidy(wanted);
        portfolios.lockGate();
        PortfolioTree tree = portfolios.tree();
        Optional<Portfolio> before = tree.find(id);
        if (before.isEmpty()) {
            return new PortfolioResult.Gone();
        }
        if (before.get().version() != version) {
            return new PortfolioResult.Outdated();
        }
        Optional<PortfolioResult.Refused> objection = PortfolioRules.objection(tree, draft, id);
        if (objection.isPresent()) {
            return objection.get();
        }
        Portfolio after = new Portfolio(
                id,
                draft.name(),
                draft.description(),
                draft.owner(),
                draft.parent(),
                before.get().created(),
                version + 1);
        portfolios.change(after);
        record("portfolio.changed", after, "was " + where(tree, id));
        return new PortfolioResult.Done(after);
    }

    /**
     * Deletes a portfolio. Its projects and programs stay: they come to lie in what it lay in, or in nothing.
     *
     * @param version of the portfolio as it was when the person looked
     */
    @Transactional
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'PROJECT_MANAGER')")
    public DeletePortfolioResult delete(PortfolioId id, int version) {
        portfolios.lockGate();
        PortfolioTree tree = portfolios.tree();
        Optional<Portfolio> going = tree.find(id);
        if (going.isEmpty()) {
            return new DeletePortfolioResult.Gone();
        }
        if (going.get().version() != version) {
            return new DeletePortfolioResult.Outdated();
        }
        List<String> clashes = PortfolioRules.clashesWithout(tree, going.get());
        if (!clashes.isEmpty()) {
            return new DeletePortfolioResult.Refused(Texts.of("project.portfolio.delete-clash", clashes.getFirst()));
        }
        portfolios.dissolve(going.get());
        record("portfolio.deleted", going.get(), "was " + where(tree, id));
        return new DeletePortfolioResult.Deleted(
                tree.projects(id).size(), tree.programs(id).size());
    }

    /**
     * Puts projects into a portfolio, out of the ones they lay in; for null into none.
     *
     * @return whether the portfolio was there; without it nothing is changed
     */
    @Transactional
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'PROJECT_MANAGER')")
    public boolean place(Collection<ProjectId> projects, @Nullable PortfolioId id) {
        portfolios.lockGate();
        Optional<Portfolio> target = id == null ? Optional.empty() : portfolios.find(id);
        if (id != null && target.isEmpty()) {
            return false;
        }
        int placed = portfolios.place(projects, id);
        audit.record(
                "portfolio.projects-placed",
                target.map(PortfolioService::subject).orElse("none"),
                AuditEvent.Outcome.SUCCESS,
                placed == 1 ? "project " + projects.iterator().next().value() : placed + " projects");
        return true;
    }

    private void record(String action, Portfolio portfolio, @Nullable String detail) {
        audit.record(action, subject(portfolio), AuditEvent.Outcome.SUCCESS, detail);
    }

    private static String subject(Portfolio portfolio) {
        return portfolio.name() + " " + portfolio.id().value();
    }

    private static String where(PortfolioTree tree, PortfolioId id) {
        return String.join(" / ", tree.path(id).stream().map(Portfolio::name).toList());
    }
}
