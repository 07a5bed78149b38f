package tallyfold.connection.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;
import tallyfold.connection.FailureText;
import tallyfold.connection.FailureWords;
import tallyfold.connection.HealthDetail;
import tallyfold.provider.CheckId;
import tallyfold.provider.CheckResult;
import tallyfold.provider.CheckResult.Outcome;
import tallyfold.provider.ProviderFailure;
import tallyfold.provider.ProviderFailure.PolicyBlocked;
import tallyfold.provider.ProviderFailure.ScopeMissing;
import tallyfold.provider.ProviderFailure.TokenRejected;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** One check: icon, name, outcome as a word, and for a failure what happened and what to do. */
final class CheckItem extends ListItem {

    private final CheckId check;
    private Outcome outcome = Outcome.WAITING;

    CheckItem(CheckId check) {
        this.check = check;
        addClassName("tf-check");
    }

    Outcome outcome() {
        return outcome;
    }

    void show(CheckResult result, @Nullable String tokenPage) {
        outcome = result.outcome();
        removeAll();
        Span name = new Span(check.label());
        name.addClassName("tf-check-name");
        Span word = new Span(Texts.of("connection.checks." + outcome.name()));
        word.addClassNames("tf-check-word", tone());
        Div line = new Div(symbol().icon(tone()), name, word);
        line.addClassName("tf-check-line");
        add(line);
        getElement().setAttribute("data-outcome", outcome.name());
        setClassName("tf-check-failed", outcome == Outcome.FAILED);
        ProviderFailure failure = result.failure();
        if (failure != null) {
            add(explanation(failure, tokenPage));
        } else if (outcome == Outcome.SKIPPED) {
            Div why = new Div(Texts.of("connection.checks.skipped-because"));
            why.addClassNames("tf-check-more", "tf-quiet");
            add(why);
        }
    }

    private Div explanation(ProviderFailure failure, @Nullable String tokenPage) {
        FailureText text = ChecksPanel.storedToken(check)
                ? FailureWords.of(HealthDetail.TOKEN_NEEDED, "")
                : FailureWords.of(failure);
        Span next = new Span(Texts.of("connection.checks.next"));
        next.addClassName("tf-name");
        Div step = new Div(next, new Span(" " + text.next() + " "));
        boolean aboutToken =
                failure instanceof ScopeMissing || failure instanceof TokenRejected || failure instanceof PolicyBlocked;
        if (tokenPage != null && aboutToken) {
            Anchor page = new Anchor(tokenPage, Texts.of("connection.checks.token-page"), AnchorTarget.BLANK);
            page.getElement().setAttribute("rel", "noopener noreferrer");
            step.add(page, new Span(" · "));
        }
        Anchor help = StoppedBanner.helpLink(text);
        help.setTarget(AnchorTarget.BLANK);
        step.add(help);
        Div more = new Div(new Div(text.what()), step);
        more.addClassName("tf-check-more");
        return more;
    }

    private Symbol symbol() {
        return switch (outcome) {
            case WAITING -> Symbol.WAITING;
            case RUNNING -> Symbol.RUNNING;
            case PASSED -> Symbol.SUCCESS;
            case FAILED -> Symbol.FAILURE;
            case SKIPPED -> Symbol.SKIPPED;
        };
    }

    private String tone() {
        return switch (outcome) {
            case WAITING, SKIPPED -> "tf-quiet";
            case RUNNING -> "tf-accent";
            case PASSED -> "tf-good";
            case FAILED -> "tf-bad";
        };
    }
}
