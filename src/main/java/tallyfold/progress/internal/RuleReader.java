package tallyfold.progress.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tallyfold.progress.ProcessKey;
import tallyfold.progress.ProcessRow;
import tallyfold.progress.ProgressRules;
import tallyfold.progress.RuleScope;
import tallyfold.workitem.ItemFigureStore;
import tallyfold.workitem.LinkProcess;

/** Finds the rules for a process or a link, with what its source system knows of types and states. */
@Component
public class RuleReader {

    /** Rules with the form they were filled into. */
    record Filled(RuleForm form, ProgressRules rules) {}

    private final ItemFigureStore items;
    private final ProgressRuleRepository rules;

    RuleReader(ItemFigureStore items, ProgressRuleRepository rules) {
        this.items = items;
        this.rules = rules;
    }

    /** Every process that linked projects work by, by organization and name. */
    public List<ProcessRow> processes() {
        Map<ProcessKey, List<LinkProcess>> byProcess = new LinkedHashMap<>();
        for (LinkProcess link : items.links()) {
            String process = link.process();
            if (process != null) {
                byProcess
                        .computeIfAbsent(new ProcessKey(link.organizationKey(), process), _ -> new ArrayList<>())
                        .add(link);
            }
        }
        Map<UUID, SavedRule> saved = rules.find(byProcess.keySet().stream()
                .map(key -> ProgressRuleRepository.id(new RuleScope.OfProcess(key)))
                .toList());
        List<ProcessRow> rows = new ArrayList<>();
        byProcess.forEach((key, links) -> rows.add(new ProcessRow(
                key,
                links.getLast().organization(),
                links.getLast().base(),
                links.size(),
                saved.containsKey(ProgressRuleRepository.id(new RuleScope.OfProcess(key))))));
        rows.sort(Comparator.comparing(ProcessRow::organization)
                .thenComparing(row -> row.key().process()));
        return rows;
    }

    /** Empty when no link works by the process, or the link is not there. */
    public Optional<ProgressRules> read(RuleScope scope) {
        return fill(scope).map(Filled::rules);
    }

    Optional<Filled> fill(RuleScope scope) {
        return switch (scope) {
            case RuleScope.OfLink(var link) -> items.link(link).map(this::ofLink);
            case RuleScope.OfProcess process -> ofProcess(process);
        };
    }

    private Optional<Filled> ofProcess(RuleScope.OfProcess scope) {
        List<LinkProcess> links = items.links().stream()
                .filter(link -> link.organizationKey().equals(scope.process().organization())
                        && scope.process().process().equals(link.process()))
                .toList();
        if (links.isEmpty()) {
            return Optional.empty();
        }
        RuleForm form = new RuleForm(
                links.getLast().base(),
                items.structure(links.stream().map(LinkProcess::link).toList()),
                false);
        SavedRule saved = find(scope);
        return Optional.of(new Filled(
                form,
                form.filled(
                        scope,
                        saved,
                        saved == null ? ProgressRules.Source.DEFAULT : ProgressRules.Source.PROCESS,
                        saved == null ? 0 : saved.version())));
    }

    private Filled ofLink(LinkProcess link) {
        RuleScope scope = new RuleScope.OfLink(link.link());
        RuleForm form = new RuleForm(link.base(), items.structure(List.of(link.link())), true);
        SavedRule own = find(scope);
        String process = link.process();
        SavedRule ofProcess = own != null || process == null
                ? null
                : find(new RuleScope.OfProcess(new ProcessKey(link.organizationKey(), process)));
        if (own != null) {
            return new Filled(form, form.filled(scope, own, ProgressRules.Source.LINK, own.version()));
        }
        return new Filled(
                form,
                form.filled(
                        scope,
                        ofProcess,
                        ofProcess == null ? ProgressRules.Source.DEFAULT : ProgressRules.Source.PROCESS,
                        0));
    }

    private @Nullable SavedRule find(RuleScope scope) {
        UUID id = ProgressRuleRepository.id(scope);
        return rules.find(List.of(id)).get(id);
    }
}
