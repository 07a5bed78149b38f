package tallyfold.portfolio.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tallyfold.portfolio.ui.linking.LinkWords;
import tallyfold.progress.ProgressRuleService;
import tallyfold.progress.RuleScope;
import tallyfold.progress.ui.RulesDialog;
import tallyfold.project.Link;
import tallyfold.uikit.Texts;

/** The way to the rules of progress, for who may change the project. */
final class RulesCard extends Div {

    RulesCard(ProgressRuleService rules, List<Link> links) {
        addClassNames("tf-card", "tf-summary-card", "tf-rules-card");
        Button open = new Button(Texts.of("progress.rules.open"), _ -> open(rules, links));
        Div buttons = new Div(open);
        buttons.addClassName("tf-actions");
        add(new H2(Texts.of("progress.rules")), SummaryPanel.quiet(Texts.of("progress.rules.text")), buttons);
    }

    /** Its links first; then the processes of their organizations, which other projects share. */
    private static void open(ProgressRuleService rules, List<Link> links) {
        List<RulesDialog.Scope> scopes = new ArrayList<>();
        links.forEach(link -> scopes.add(new RulesDialog.Scope(
                Texts.of("progress.rules.of-link", LinkWords.system(link)), new RuleScope.OfLink(link.id()))));
        Set<String> organizations = links.stream().map(Link::organization).collect(Collectors.toSet());
        rules.processes().stream()
                .filter(process -> organizations.contains(process.organization()))
                .forEach(process -> scopes.add(new RulesDialog.Scope(
                        Texts.of(
                                "progress.rules.of-process",
                                process.key().process(),
                                process.organization(),
                                process.links()),
                        new RuleScope.OfProcess(process.key()))));
        new RulesDialog(rules, scopes, () -> {}).open();
    }
}
