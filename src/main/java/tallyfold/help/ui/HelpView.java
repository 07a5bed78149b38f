package tallyfold.help.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import tallyfold.help.HelpArticle;
import tallyfold.help.HelpHit;
import tallyfold.help.HelpNavigation;
import tallyfold.help.HelpService;
import tallyfold.help.HelpVotes;
import tallyfold.uikit.EmptyState;
import tallyfold.uikit.PageHeader;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** The help centre: search and all articles. */
@Route(HelpNavigation.HOME)
@PageTitle("Help")
@PermitAll
class HelpView extends Div implements BeforeEnterObserver {

    static final String WORDS = "q";

    private final transient HelpService service;
    private final HelpSearchField search = new HelpSearchField();
    private final Div results = new Div();

    HelpView(HelpService service) {
        this.service = service;
        addClassNames("tf-page", "tf-help");
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                remember();
            }
            show();
        });
        results.getElement().setAttribute("aria-live", "polite");
        add(new PageHeader(Texts.of("help.title"), Texts.of("help.sentence")), search, results);
        if (service.maySeeVotes()) {
            add(votes(service.votes()));
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        search.setValue(event.getLocation()
                .getQueryParameters()
                .getSingleParameter(WORDS)
                .orElse(""));
        show();
    }

    private void remember() {
        QueryParameters parameters =
                search.isEmpty() ? QueryParameters.empty() : QueryParameters.of(WORDS, search.getValue());
        getUI().ifPresent(ui ->
                ui.getPage().getHistory().replaceState(null, new Location(HelpNavigation.HOME, parameters)));
    }

    private void show() {
        results.removeAll();
        if (search.getValue().isBlank()) {
            UnorderedList all = list();
            service.articles().forEach(article -> all.add(entry(article)));
            results.add(all);
            return;
        }
        List<HelpHit> hits = service.search(search.getValue());
        if (hits.isEmpty()) {
            results.add(new EmptyState(
                    Symbol.SEARCH,
                    Texts.of("help.nothing", search.getValue()),
                    Texts.of("help.nothing.next"),
                    new Button(Texts.of("help.nothing.clear"), _ -> {
                        search.clear();
                        remember();
                    })));
            return;
        }
        UnorderedList found = list();
        hits.forEach(hit -> found.add(
                entry(hit.path(), hit.heading().isEmpty() ? hit.title() : hit.heading(), hit.excerpt(), hit.title())));
        results.add(new Paragraph(Texts.of("help.found", hits.size())), found);
    }

    private static UnorderedList list() {
        UnorderedList list = new UnorderedList();
        list.addClassName("tf-help-list");
        return list;
    }

    private static ListItem entry(HelpArticle article) {
        return entry(HelpNavigation.article(article.slug()), article.title(), article.summary(), "");
    }

    private static ListItem entry(String path, String title, String text, String where) {
        Anchor link = new Anchor(path, title);
        link.addClassName("tf-help-link");
        ListItem item = new ListItem(link, new Paragraph(text));
        if (!where.isEmpty() && !where.equals(title)) {
            Span place = new Span(where);
            place.addClassName("tf-second-line");
            item.add(place);
        }
        return item;
    }

    private static Component votes(List<HelpVotes> votes) {
        Div card = new Div(new H2(Texts.of("help.votes")));
        card.addClassNames("tf-card", "tf-help-votes");
        if (votes.isEmpty()) {
            card.add(new Paragraph(Texts.of("help.votes.none")));
        }
        votes.forEach(vote -> {
            card.add(new Paragraph(Texts.of("help.votes.line", vote.slug(), vote.helpful(), vote.notHelpful())));
            UnorderedList remarks = new UnorderedList();
            vote.remarks().forEach(remark -> remarks.add(new ListItem(remark)));
            card.add(remarks);
        });
        return card;
    }
}
