package tallyfold.administration.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.springframework.beans.factory.annotation.Qualifier;
import tallyfold.administration.KeyService;
import tallyfold.security.Role;
import tallyfold.uikit.Note;
import tallyfold.uikit.PageHeader;
import tallyfold.uikit.StatusWord.Tone;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;
import tallyfold.vault.KnownKey;
import tallyfold.vault.RotationResult;
import tallyfold.vault.SecretsReport;

/** The master key, the ones before, and whether all tokens open. */
@Route("keys")
@PageTitle("Keys")
@RolesAllowed(Role.ADMINISTRATOR_ROLE)
final class KeysView extends Div {

    private final transient KeyService keys;
    private final LongCall progress;
    private final Section present = new Section();
    private final Div result = new Div();
    private final Grid<KnownKey> earlier = new Grid<>();
    private final H2 earlierTitle = new H2(Texts.of("administration.keys-earlier"));
    private final Button check = new Button(Texts.of("administration.keys-check"), Symbol.CHECK.icon(), _ -> check());
    private final Button rotate = new Button(Texts.of("administration.keys-rotate"), Symbol.KEY.icon(), _ -> confirm());

    KeysView(KeyService keys, @Qualifier("backgroundExecutor") ExecutorService background) {
        this.keys = keys;
        this.progress = new LongCall(background);
        addClassNames("tf-page", "tf-keys");
        present.addClassName("tf-keys-present");
        check.addThemeVariants(ButtonVariant.PRIMARY);
        earlier.addColumn(KnownKey::id).setHeader(Texts.of("administration.keys-id"));
        earlier.addColumn(key -> Times.minute(key.since())).setHeader(Texts.of("administration.keys-since"));
        earlier.addColumn(KeysView::until).setHeader(Texts.of("administration.keys-until"));
        earlier.setSelectionMode(Grid.SelectionMode.NONE);
        earlier.setAllRowsVisible(true);
        earlier.getElement().setAttribute("aria-label", Texts.of("administration.keys-earlier"));
        add(
                new PageHeader(
                        Texts.of("administration.keys"), Texts.of("administration.keys-sentence"), rotate, check),
                progress,
                result,
                present,
                earlierTitle,
                earlier);
        refresh();
    }

    private static String until(KnownKey key) {
        return key.retiredAt() == null ? Texts.of("administration.keys-leaving") : Times.minute(key.retiredAt());
    }

    private void refresh() {
        List<KnownKey> all = keys.keys();
        present.removeAll();
        present.add(new H2(Texts.of("administration.keys-present")));
        all.stream().filter(KnownKey::active).findFirst().ifPresent(this::show);
        List<KnownKey> before = all.stream().filter(key -> !key.active()).toList();
        earlier.setItems(before);
        earlier.setVisible(!before.isEmpty());
        earlierTitle.setVisible(!before.isEmpty());
    }

    private void show(KnownKey key) {
        DescriptionList facts = new DescriptionList();
        facts.addClassName("tf-keys-facts");
        fact(facts, "administration.keys-id", key.id());
        fact(facts, "administration.keys-from", key.origin());
        fact(facts, "administration.keys-since", Times.minute(key.since()));
        present.add(facts, new Note(Tone.INFO, Texts.of("administration.keys-store", key.id())));
    }

    private static void fact(DescriptionList facts, String nameKey, String value) {
        facts.add(new DescriptionList.Term(Texts.of(nameKey)), new DescriptionList.Description(value));
    }

    private void check() {
        busy(true);
        progress.start(
                Texts.of("administration.keys-checking"), told -> keys.check(told::told), this::checked, this::failed);
    }

    private void checked(SecretsReport report) {
        busy(false);
        long all = report.sealedByKey().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        if (report.problem() != null) {
            result.add(new Note(Tone.BAD, report.problem()));
        } else if (report.sound()) {
            result.add(new Note(Tone.GOOD, Texts.of("administration.keys-sound", all)));
        } else {
            result.add(new Note(
                    Tone.BAD,
                    Texts.of(
                            "administration.keys-unsound",
                            report.unreadable().size(),
                            all,
                            String.join(", ", report.unreadable()))));
        }
        report.sealedByKey()
                .forEach((id, count) -> result.add(new Div(Texts.of("administration.keys-count", id, count))));
    }

    private void confirm() {
        if (keys.replaceable()) {
            new RotateKeyDialog(this::rotate).open();
        } else {
            result.removeAll();
            result.add(new Note(Tone.INFO, Texts.of("administration.keys-not-ours")));
        }
    }

    private void rotate() {
        busy(true);
        progress.start(
                Texts.of("administration.keys-rotating"), told -> keys.rotate(told::told), this::rotated, this::failed);
    }

    private void rotated(RotationResult outcome) {
        busy(false);
        switch (outcome) {
            case RotationResult.Refused refused -> result.add(new Note(Tone.BAD, refused.reason()));
            case RotationResult.Rotated done -> {
                result.add(new Note(Tone.GOOD, Texts.of("administration.keys-rotated", done.keyId(), done.resealed())));
                if (done.oldKey() != null) {
                    result.add(new Note(Tone.INFO, Texts.of("administration.keys-kept", done.oldKey())));
                }
                if (!done.unreadable().isEmpty()) {
                    result.add(new Note(
                            Tone.WARNING, Texts.of("administration.keys-left", String.join(", ", done.unreadable()))));
                }
                if (!done.settings().isEmpty()) {
                    result.add(new Note(Tone.WARNING, Texts.of("administration.keys-settings")));
                    done.settings().forEach((name, value) -> result.add(new Div(name + "=" + value)));
                }
            }
        }
        refresh();
    }

    private void failed(RuntimeException e) {
        busy(false);
        result.add(new Note(Tone.BAD, Texts.of("administration.keys-failed", String.valueOf(e.getMessage()))));
        refresh();
    }

    private void busy(boolean busy) {
        check.setEnabled(!busy);
        rotate.setEnabled(!busy);
        result.removeAll();
    }
}
