package tallyfold.shell;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.jsoup.nodes.Element;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tallyfold.uikit.Texts;

/**
 * What every page carries, the sign-in page included: its language, the icon of the tab, the banner of a demonstration or
 * of a simulator, and the handler for what nobody expected.
 */
@Component
final class PageFrame implements VaadinServiceInitListener {

    private final transient Environment environment;

    PageFrame(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        String organizations = environment.getProperty("tallyfold.azure-devops.simulator.organizations", "");
        boolean simulated = environment.containsProperty("tallyfold.azure-devops.simulator.url");
        boolean demo = environment.containsProperty("tallyfold.demo.admin-password");
        event.addIndexHtmlRequestListener(page -> {
            page.getDocument().getElementsByTag("html").attr("lang", "en");
            page.getDocument().head().appendElement("link").attr("rel", "icon").attr("href", "favicon.svg");
            if (demo || simulated) {
                page.getDocument().body().prependChild(banner(demo, organizations));
            }
        });
        event.getSource()
                .addSessionInitListener(init -> init.getSession().setErrorHandler(new UnexpectedErrorHandler()));
    }

    private static Element banner(boolean demo, String organizations) {
        Element banner = new Element("div")
                .addClass("tf-banner")
                .attr("role", "region")
                .attr("aria-label", Texts.of(demo ? "shell.demo" : "shell.simulator"));
        banner.appendElement("strong").text(Texts.of(demo ? "shell.demo" : "shell.simulator"));
        banner.appendElement("span")
                .text(
                        organizations.equals("*")
                                ? Texts.of("shell.simulated-all")
                                : Texts.of("shell.simulated", organizations.replace(",", " and ")));
        return banner;
    }
}
