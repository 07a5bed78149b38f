package tallyfold.workitem.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import tallyfold.project.LinkId;
import tallyfold.uikit.EmptyState;
import tallyfold.uikit.Note;
import tallyfold.uikit.Notifications;
import tallyfold.uikit.StatusWord.Tone;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;
import tallyfold.workitem.FieldMapping;
import tallyfold.workitem.FieldMappingService;
import tallyfold.workitem.FieldTarget;
import tallyfold.workitem.MappableLink;

/** The window "Field mapping": which fields of the source become what, and the way to change it. */
final class FieldMappingDialog extends Dialog {

    private final transient FieldMappingService service;
    private final transient LinkId link;
    private final transient ExecutorService background;
    private final Div body = new Div();

    FieldMappingDialog(FieldMappingService service, LinkId link, ExecutorService background) {
        this.service = service;
        this.link = link;
        this.background = background;
        setHeaderTitle(Texts.of("workitem.mapping.title"));
        addClassName("tf-mapping-window");
        setWidth("860px");
        body.addClassName("tf-mapping");
        add(body);
        Anchor help = new Anchor("help/map-fields", Texts.of("workitem.mapping.help"));
        help.setTarget("_blank");
        getFooter().add(help, new Button(Texts.of("workitem.mapping.close"), _ -> close()));
        show();
    }

    private void show() {
        body.removeAll();
        Optional<MappableLink> place = service.link(link);
        if (place.isEmpty()) {
            body.add(new Note(Tone.INFO, Texts.of("workitem.mapping.not-loaded")));
            return;
        }
        MappableLink mappable = place.get();
        List<FieldMapping> mappings = service.mappings(link);
        Paragraph kept = new Paragraph(Texts.of("workitem.mapping.kept", mappable.process()));
        kept.addClassName("tf-quiet");
        Button add = new Button(Texts.of("workitem.mapping.add"), Symbol.ADD.icon(), _ -> edit(mappable, null));
        body.add(kept);
        if (mappings.isEmpty()) {
            body.add(new EmptyState(
                    Symbol.COLUMNS, Texts.of("workitem.mapping.none"), Texts.of("workitem.mapping.none.text"), add));
            return;
        }
        Div actions = new Div(add);
        actions.addClassName("tf-actions");
        body.add(grid(mappable, mappings), actions);
        if (mappings.stream().anyMatch(FieldMapping::missing)) {
            body.add(new Note(Tone.WARNING, Texts.of("workitem.mapping.missing")));
        }
    }

    private Grid<FieldMapping> grid(MappableLink mappable, List<FieldMapping> mappings) {
        Grid<FieldMapping> grid = new Grid<>();
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setAllRowsVisible(true);
        grid.getElement().setAttribute("aria-label", Texts.of("workitem.mapping.title"));
        grid.addColumn(FieldMapping::type).setHeader(Texts.of("workitem.mapping.type"));
        grid.addComponentColumn(FieldMappingDialog::field).setHeader(Texts.of("workitem.mapping.field"));
        grid.addColumn(FieldMappingDialog::target).setHeader(Texts.of("workitem.mapping.target"));
        grid.addColumn(mapping ->
                        Texts.of("workitem.mapping.rule-count", mapping.rules().size()))
                .setHeader(Texts.of("workitem.mapping.rules"))
                .setFlexGrow(0)
                .setWidth("110px");
        Span header = new Span(Texts.of("workitem.mapping.actions"));
        header.addClassName("tf-visually-hidden");
        grid.addComponentColumn(mapping -> actions(mappable, mapping))
                .setHeader(header)
                .setFlexGrow(0)
                .setWidth("110px");
        grid.setItems(mappings);
        return grid;
    }

    private static Component field(FieldMapping mapping) {
        Span name = new Span(mapping.field().name());
        name.setTitle(mapping.field().reference());
        if (mapping.missing()) {
            name.add(Symbol.WARNING.icon());
            name.setTitle(Texts.of("workitem.mapping.missing"));
        }
        return name;
    }

    private static String target(FieldMapping mapping) {
        return mapping.target() == FieldTarget.COLUMN
                ? Texts.of("workitem.mapping.column-named", mapping.column())
                : mapping.target().label();
    }

    private Component actions(MappableLink mappable, FieldMapping mapping) {
        Button edit = new Button(Symbol.EDIT.icon(), _ -> edit(mappable, mapping));
        edit.addThemeVariants(ButtonVariant.TERTIARY);
        edit.setAriaLabel(Texts.of("workitem.mapping.edit", mapping.field().name(), mapping.type()));
        Button remove = new Button(Symbol.DELETE.icon(), _ -> remove(mapping));
        remove.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
        remove.setAriaLabel(Texts.of("workitem.mapping.remove", mapping.field().name(), mapping.type()));
        return new Span(edit, remove);
    }

    private void edit(MappableLink mappable, @Nullable FieldMapping mapping) {
        new FieldMappingFormDialog(
                        mappable,
                        mapping,
                        new FieldChoices(background, () -> service.fields(link)),
                        draft -> mapping == null
                                ? service.add(link, draft)
                                : service.change(link, mapping.id(), draft, mapping.version()),
                        this::show)
                .open();
    }

    private void remove(FieldMapping mapping) {
        boolean gone = service.remove(link, mapping.id(), mapping.version());
        Notifications.success(Texts.of(
                gone ? "workitem.mapping.removed" : "workitem.mapping.outdated",
                mapping.field().name()));
        show();
    }
}
