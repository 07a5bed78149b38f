package tallyfold.security.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** The two halves of the pages before the sign-in: what the product is, and a form. */
final class WelcomeLayout extends Div {

    private static final String PICTURE = readPicture();

    private final Section form = new Section();

    WelcomeLayout() {
        addClassName("tf-welcome");
        Div brand = new Div(Symbol.BRAND.icon(), new Span(Texts.of("app.name")));
        brand.addClassName("tf-welcome-brand");
        Paragraph claim = new Paragraph(Texts.of("security.welcome.claim"));
        claim.addClassName("tf-welcome-claim");
        Paragraph sentence = new Paragraph(Texts.of("security.welcome.sentence"));
        sentence.addClassName("tf-welcome-sentence");
        Svg picture = new Svg(PICTURE);
        picture.addClassName("tf-welcome-picture");
        picture.getElement().setAttribute("aria-hidden", "true");
        Div product = new Div(brand, claim, sentence, picture);
        product.addClassName("tf-welcome-product");
        form.addClassName("tf-welcome-form");
        Main main = new Main(product, form);
        main.addClassName("tf-welcome-halves");
        add(main);
    }

    void addToForm(Component... components) {
        form.add(components);
    }

    private static String readPicture() {
        try (InputStream in = WelcomeLayout.class.getResourceAsStream("/security/welcome.svg")) {
            if (in == null) {
                throw new IllegalStateException("The picture of the sign-in page is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The picture of the sign-in page cannot be read", e);
        }
    }
}
