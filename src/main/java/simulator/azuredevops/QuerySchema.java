package simulator.azuredevops;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import simulator.azuredevops.wiql.WiqlSchema;

/** What a query of one caller may name. */
final class QuerySchema implements WiqlSchema {

    private final Asker asker;

    QuerySchema(Asker asker) {
        this.asker = asker;
    }

    @Override
    public @Nullable Field field(String name) {
        FieldInfo field = asker.organization().catalogue().find(name);
        return field == null ? null : new Field(field.referenceName(), field.name(), kind(field));
    }

    private static Kind kind(FieldInfo field) {
        return switch (field.type()) {
            case INTEGER, DOUBLE -> Kind.NUMBER;
            case DATE_TIME -> Kind.DATE;
            case BOOLEAN -> Kind.BOOLEAN;
            case IDENTITY -> Kind.PERSON;
            case TREE_PATH -> field.referenceName().equals(Fields.AREA_PATH) ? Kind.AREA_PATH : Kind.ITERATION_PATH;
            case PLAIN_TEXT -> field.referenceName().equals(Fields.TAGS) ? Kind.TAGS : Kind.LONG_TEXT;
            case HTML, HISTORY -> Kind.LONG_TEXT;
            case STRING -> Kind.TEXT;
        };
    }

    @Override
    public @Nullable String macro(String name) {
        SimUser user = asker.user();
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "project" -> {
                SimProject project = asker.project();
                yield project == null ? null : project.name();
            }
            case "me" -> user == null ? null : user.mail();
            case "currentiteration" -> {
                SimTeam team = asker.team();
                SimNode current = team == null ? null : TeamSettingsEndpoints.current(asker.organization(), team);
                yield current == null ? null : current.path();
            }
            default -> null;
        };
    }

    @Override
    public Instant now() {
        return asker.organization().now();
    }

    @Override
    public boolean pathExists(Kind kind, String path) {
        return asker.organization().projects().stream()
                .anyMatch(project ->
                        project.visibleTo(asker.user()) && project.node(kind == Kind.ITERATION_PATH, path) != null);
    }

    @Override
    public boolean samePerson(Object value, String text) {
        return value instanceof SimUser user
                && (user.mail().equalsIgnoreCase(text)
                        || user.displayName().equalsIgnoreCase(text)
                        || user.combinedName().equalsIgnoreCase(text)
                        || user.id().toString().equalsIgnoreCase(text));
    }
}
