package tallyfold.connection.ui;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.SvgIcon;
import tallyfold.provider.CheckResult;
import tallyfold.provider.CheckResult.Outcome;
import tallyfold.provider.ProviderDescriptor.Permission;
import tallyfold.provider.ProviderFailure.ScopeMissing;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** One permission of a token and its purpose; after a check also whether the token has it. */
final class PermissionLine extends Div {

    private final String permission;
    private final DescriptionList.Term term = new DescriptionList.Term();

    PermissionLine(Permission permission) {
        this.permission = permission.name();
        addClassName("tf-permission");
        add(term, new DescriptionList.Description(permission.purpose()));
        term.add(new Span(this.permission));
    }

    boolean isAbout(CheckResult check) {
        return check.check().label().equals(permission);
    }

    /** Icon and word when the check told; else nothing. */
    void show(CheckResult check) {
        forget();
        if (check.failure() instanceof ScopeMissing) {
            mark(Symbol.FAILURE.icon("tf-bad"), "missing", "tf-bad");
            addClassName("tf-permission-missing");
        } else if (check.outcome() == Outcome.PASSED) {
            mark(Symbol.CHECK.icon("tf-good"), "present", "tf-quiet");
        }
    }

    void forget() {
        removeClassName("tf-permission-missing");
        term.removeAll();
        term.add(new Span(permission));
    }

    private void mark(SvgIcon icon, String word, String tone) {
        Span words = new Span(Texts.of("connection.help." + word));
        words.addClassNames("tf-permission-word", tone);
        term.addComponentAsFirst(icon);
        term.add(words);
    }
}
