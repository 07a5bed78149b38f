package tallyfold;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.theme.aura.Aura;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;
import tallyfold.command.Commands;

/** Entry of the application and shell of its pages. */
@SpringBootApplication
@Modulithic(sharedModules = "kernel")
@Push
@Viewport("width=device-width, initial-scale=1")
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("styles.css")
public class TallyfoldApplication implements AppShellConfigurator {

    public static void main(String[] arguments) {
        int exitCode = Commands.run(TallyfoldApplication.class, arguments);
        if (exitCode != Commands.OK) {
            System.exit(exitCode);
        }
    }
}
