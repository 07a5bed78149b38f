package tallyfold.portfolio.ui.source;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tallyfold.connection.Connection;
import tallyfold.connection.ConnectionId;
import tallyfold.provider.Provider;
import tallyfold.uikit.EmptyState;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** Where from: "Source" and "Connection", with the way to add a connection, which comes back selected. */
public final class SourceFields extends Div {

    private final Sources sources;
    private final Runnable changed;
    private final Select<Provider> source = new Select<>();
    private final Select<Connection> connection = new Select<>();
    private final Button add = new Button(Texts.of("portfolio.source.add"), Symbol.ADD.icon(), _ -> addConnection());

    /**
     * Fields without a choice yet; see {@link #offer}.
     *
     * @param changed called whenever another connection, or none, is chosen
     */
    public SourceFields(Sources sources, Runnable changed) {
        this.sources = sources;
        this.changed = changed;
        addClassName("tf-import-choice");
        source.setLabel(Texts.of("portfolio.source"));
        source.setItemLabelGenerator(provider -> provider.descriptor().name());
        source.setItems(sources.providers());
        connection.setLabel(Texts.of("portfolio.source.connection"));
        connection.setPlaceholder(Texts.of("portfolio.source.connection-placeholder"));
        connection.setItemLabelGenerator(Connection::name);
        connection.setPrefixComponent(Symbol.CONNECTIONS.icon());
        add.addThemeVariants(ButtonVariant.TERTIARY);
        add.addClassName("tf-import-add");
        add(source, connection, add);
        sources.providers().stream().findFirst().ifPresent(source::setValue);
        source.addValueChangeListener(_ -> offer(null));
        connection.addValueChangeListener(_ -> changed.run());
    }

    /** Shows the connections there are now and chooses the wanted one, or the only one. */
    public void offer(@Nullable ConnectionId wanted) {
        Provider provider = source.getValue();
        List<Connection> usable = sources.connections().usable().stream()
                .filter(one -> provider != null && one.provider().equals(provider.id()))
                .toList();
        connection.setItems(usable);
        boolean none = usable.isEmpty();
        connection.setVisible(!none);
        add.setVisible(!none && sources.mayConnect());
        Optional<Connection> first =
                usable.stream().filter(one -> one.id().equals(wanted)).findFirst();
        if (first.isEmpty() && usable.size() == 1) {
            first = usable.stream().findFirst();
        }
        first.ifPresentOrElse(connection::setValue, changed);
    }

    public Optional<Connection> chosen() {
        return connection.getOptionalValue();
    }

    /** What the chosen source is called. */
    public String sourceName() {
        return source.getOptionalValue()
                .map(provider -> provider.descriptor().name())
                .orElse("");
    }

    /** What to show as long as no connection is chosen. */
    public Component nothingChosen() {
        if (connection.isVisible()) {
            return new EmptyState(
                    Symbol.CONNECTIONS, Texts.of("portfolio.source.choose"), Texts.of("portfolio.source.choose.next"));
        }
        if (!sources.mayConnect()) {
            return new EmptyState(
                    Symbol.CONNECTIONS, Texts.of("portfolio.source.none"), Texts.of("portfolio.source.none.manager"));
        }
        Button first = new Button(Texts.of("portfolio.source.add"), Symbol.ADD.icon(), _ -> addConnection());
        first.addThemeVariants(ButtonVariant.PRIMARY);
        return new EmptyState(
                Symbol.CONNECTIONS,
                Texts.of("portfolio.source.none"),
                Texts.of("portfolio.source.none.next", sourceName()),
                first);
    }

    private void addConnection() {
        source.getOptionalValue()
                .ifPresent(provider -> sources.addConnection().accept(provider, made -> offer(made.id())));
    }
}
