package tallyfold.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.PageTitle;
import jakarta.annotation.security.PermitAll;
import org.springframework.boot.info.BuildProperties;
import tallyfold.administration.GettingStartedService;
import tallyfold.administration.InstallationService;
import tallyfold.help.HelpNavigation;
import tallyfold.project.ProjectService;
import tallyfold.security.CurrentUser;
import tallyfold.security.Role;
import tallyfold.security.SignOut;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** The frame around all pages of a signed-in user. */
@Layout
@PermitAll
final class MainLayout extends AppLayout implements AfterNavigationObserver {

    private final CurrentUser currentUser;
    private final ProjectService projects;
    private final GettingStartedService gettingStarted;
    private final Main content = new Main();
    private final Nav crumbs = new Nav();
    private final Span projectCount = count();
    private final Span stepCount = count();
    private final SideNavItem gettingStartedItem =
            item("shell.getting-started", "getting-started", Symbol.FLAG, stepCount);

    MainLayout(
            CurrentUser currentUser,
            ProjectService projects,
            GettingStartedService gettingStarted,
            InstallationService installation,
            SignOut signOut,
            BuildProperties build) {
        this.currentUser = currentUser;
        this.projects = projects;
        this.gettingStarted = gettingStarted;
        setPrimarySection(Section.DRAWER);
        crumbs.addClassName("tf-crumbs");
        crumbs.getElement().setAttribute("aria-label", Texts.of("shell.crumbs"));
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel(Texts.of("shell.menu"));
        toggle.addThemeVariants(ButtonVariant.TERTIARY);
        Header bar = new Header(toggle, crumbs, helpButton(), new UserMenu(currentUser.require(), signOut));
        bar.addClassName("tf-bar");
        addToNavbar(bar);
        addToDrawer(drawer(installation.name(), String.valueOf(build.getVersion())));
        content.setId("content");
        content.addClassName("tf-content");
        setContent(content);
    }

    private Aside drawer(String installation, String version) {
        Anchor brand = new Anchor("", Symbol.BRAND.icon(), new Span(Texts.of("app.name")));
        brand.addClassName("tf-brand");
        if (!installation.isEmpty()) {
            Span place = new Span(installation);
            place.addClassName("tf-brand-place");
            brand.add(place);
        }
        SideNav nav = new SideNav();
        nav.getElement().setAttribute("aria-label", Texts.of("shell.main-menu"));
        if (currentUser.is(Role.ADMINISTRATOR)) {
            nav.addItem(gettingStartedItem);
        }
        nav.addItem(item("shell.projects", "projects", Symbol.PROJECTS, projectCount));
        nav.addItem(item("shell.portfolios", "portfolios", Symbol.PORTFOLIOS, null));
        if (currentUser.is(Role.PROJECT_MANAGER)) {
            nav.addItem(item("shell.connections", "connections", Symbol.CONNECTIONS, null));
        }
        SideNav end = new SideNav();
        end.getElement().setAttribute("aria-label", Texts.of("shell.help-menu"));
        end.addItem(item("shell.help", "help", Symbol.HELP, null));
        Span release = new Span(Texts.of("shell.version", version));
        release.addClassName("tf-version");
        Div foot = new Div(end, release);
        foot.addClassName("tf-drawer-end");
        Aside drawer = new Aside(brand, nav);
        if (currentUser.is(Role.ADMINISTRATOR)) {
            drawer.add(administration());
        }
        drawer.add(foot);
        drawer.getElement().setAttribute("aria-label", Texts.of("app.name"));
        drawer.addClassName("tf-drawer");
        return drawer;
    }

    /** The pages of administrators: one line each. */
    private static SideNav administration() {
        SideNav nav = new SideNav(Texts.of("shell.administration"));
        nav.addItem(item("shell.users", "users", Symbol.USERS, null));
        nav.addItem(item("shell.audit", "audit", Symbol.AUDIT, null));
        nav.addItem(item("shell.keys", "keys", Symbol.KEY, null));
        nav.addItem(item("shell.backup", "backup", Symbol.BACKUP, null));
        nav.addItem(item("shell.settings", "settings", Symbol.SETTINGS, null));
        nav.addItem(item("shell.system", "system", Symbol.SYSTEM, null));
        return nav;
    }

    private Button helpButton() {
        Button help = new Button(
                Symbol.HELP.icon(),
                _ -> UI.getCurrent()
                        .navigate(HelpNavigation.forPath(UI.getCurrent()
                                .getInternals()
                                .getActiveViewLocation()
                                .getPath())));
        help.addThemeVariants(ButtonVariant.TERTIARY);
        help.setAriaLabel(Texts.of("shell.help-for-page"));
        help.setTooltipText(Texts.of("shell.help-for-page"));
        return help;
    }

    private static SideNavItem item(
            String textKey, String path, Symbol symbol, @org.jspecify.annotations.Nullable Span suffix) {
        SideNavItem item = new SideNavItem(Texts.of(textKey), path, symbol.icon());
        item.setMatchNested(true);
        if (suffix != null) {
            item.setSuffixComponent(suffix);
        }
        return item;
    }

    private static Span count() {
        Span count = new Span();
        count.addClassName("tf-nav-count");
        return count;
    }

    @Override
    public void showRouterLayoutContent(com.vaadin.flow.component.HasElement view) {
        content.getElement().removeAllChildren();
        content.getElement().appendChild(view.getElement());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        projectCount.setText(Long.toString(projects.count()));
        if (currentUser.is(Role.ADMINISTRATOR)) {
            GettingStartedService.Steps steps = gettingStarted.steps();
            gettingStartedItem.setVisible(!steps.complete());
            stepCount.setText(Texts.of("shell.steps", steps.done(), steps.all()));
        }
        event.getActiveChain().stream()
                .findFirst()
                .map(Component.class::cast)
                .ifPresent(view -> showWhere(title(view)));
    }

    private void showWhere(String title) {
        crumbs.removeAll();
        Span here = new Span(title);
        here.getElement().setAttribute("aria-current", "page");
        crumbs.add(here);
    }

    private static String title(Component view) {
        if (view instanceof HasDynamicTitle dynamic) {
            return dynamic.getPageTitle();
        }
        PageTitle title = view.getClass().getAnnotation(PageTitle.class);
        return title == null ? "" : title.value();
    }
}
