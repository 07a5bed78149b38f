package tallyfold.security.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import tallyfold.uikit.Texts;

/** Name and password of the demonstration, in a box under the form. */
final class DemoHint extends Div {

    DemoHint(String name, String password, Runnable fillIn) {
        addClassNames("tf-card", "tf-welcome-demo");
        Button fill = new Button(Texts.of("security.demo.fill"), _ -> fillIn.run());
        fill.addThemeVariants(ButtonVariant.TERTIARY);
        Div head = new Div(new H2(Texts.of("security.demo.title")), fill);
        head.addClassName("tf-welcome-demo-head");
        DescriptionList account = new DescriptionList();
        account.add(
                new DescriptionList.Term(Texts.of("security.login.name")),
                new DescriptionList.Description(new Code(name)),
                new DescriptionList.Term(Texts.of("security.login.password")),
                new DescriptionList.Description(new Code(password)));
        add(head, account, new Paragraph(Texts.of("security.demo.note")));
    }
}
