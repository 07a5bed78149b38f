package tallyfold.connection.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tallyfold.connection.HealthDetail;
import tallyfold.provider.CheckId;
import tallyfold.provider.CheckResult;
import tallyfold.provider.CheckResult.Outcome;
import tallyfold.provider.ConnectionReport;
import tallyfold.uikit.Texts;

/** The checks of a connection as they come, read out to those who listen. */
final class ChecksPanel extends Div {

    private final Map<CheckId, CheckItem> items = new LinkedHashMap<>();
    private final OrderedList list = new OrderedList();
    private final Span count = new Span();
    private final Paragraph owner = new Paragraph();
    private final ProgressBar progress = new ProgressBar();
    private @Nullable String tokenPage;

    ChecksPanel() {
        addClassName("tf-checks");
        Div head = new Div(new H3(Texts.of("connection.checks.title")), count);
        head.addClassName("tf-checks-head");
        count.addClassName("tf-quiet");
        progress.setIndeterminate(true);
        progress.getElement().setAttribute("aria-label", Texts.of("connection.create.running"));
        list.addClassName("tf-checks-list");
        owner.addClassName("tf-checks-owner");
        Div live = new Div(list, owner);
        live.getElement().setAttribute("aria-live", "polite");
        add(head, progress, live);
        setVisible(false);
    }

    /** Begins anew; {@code page} is where the organization's tokens are made, null when not known. */
    void start(@Nullable String page) {
        tokenPage = page;
        items.clear();
        list.removeAll();
        owner.setVisible(false);
        count.setText("");
        progress.setVisible(true);
        setVisible(true);
    }

    /** One check began or ended. */
    void show(CheckResult result) {
        CheckItem item = items.computeIfAbsent(result.check(), check -> {
            CheckItem added = new CheckItem(check);
            list.add(added);
            return added;
        });
        item.show(result, tokenPage);
        long passed = items.values().stream()
                .filter(shown -> shown.outcome() == Outcome.PASSED)
                .count();
        count.setText(Texts.of("connection.checks.count", passed, items.size()));
    }

    /** All is over. */
    void finish(ConnectionReport report) {
        report.checks().forEach(this::show);
        stop();
        String sentence = ownerSentence(report);
        owner.setText(sentence);
        owner.setVisible(!sentence.isEmpty());
    }

    /** Nothing more will come. */
    void stop() {
        progress.setVisible(false);
    }

    /** "This token belongs to …", or nothing when that was not learned. */
    static String ownerSentence(ConnectionReport report) {
        var person = report.owner();
        Integer projects = report.projectsVisible();
        if (person == null || projects == null) {
            return "";
        }
        String signIn = person.uniqueName();
        String name = signIn == null ? person.displayName() : person.displayName() + ", " + signIn;
        return Texts.of("connection.owner", name, Texts.of("connection.owner.projects", projects));
    }

    static boolean storedToken(CheckId check) {
        return check.value().equals(HealthDetail.STORED_TOKEN_CHECK);
    }
}
