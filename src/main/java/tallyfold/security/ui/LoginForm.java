package tallyfold.security.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.Autocapitalize;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import tallyfold.uikit.Texts;

/**
 * Name and password, sent by the browser itself to Spring Security, so that password managers know it and the password
 * never passes through the server-side components.
 */
@Tag("form")
final class LoginForm extends HtmlContainer {

    private final TextField name = new TextField(Texts.of("security.login.name"));
    private final PasswordField password = new PasswordField(Texts.of("security.login.password"));

    LoginForm() {
        addClassName("tf-welcome-fields");
        getElement().setAttribute("method", "post");
        getElement().setAttribute("action", "login");
        name.getElement().setProperty("name", "username");
        name.setAutocomplete(Autocomplete.USERNAME);
        name.setAutocapitalize(Autocapitalize.NONE);
        name.setWidthFull();
        password.getElement().setProperty("name", "password");
        password.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        password.setWidthFull();
        NativeButton submit = new NativeButton(Texts.of("security.login.submit"));
        submit.getElement().setAttribute("type", "submit");
        submit.addClassName("tf-welcome-submit");
        add(name, password, submit);
        name.focus();
    }

    /** Fills the name in; the next thing to type is the password. */
    void setName(String value) {
        name.setValue(value);
        password.focus();
    }

    /** Fills both in; only for the demonstration, whose password stands on the page anyway. */
    void fill(String userName, String userPassword) {
        name.setValue(userName);
        password.setValue(userPassword);
    }
}
