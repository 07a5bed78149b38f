package tallyfold.portfolio.ui.linking;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tallyfold.provider.ElementChoice;
import tallyfold.provider.ElementKind;
import tallyfold.provider.RemoteProject;
import tallyfold.provider.RemoteProjectId;

/** Things the tests of linking are about. */
final class LinkSamples {

    private LinkSamples() {}

    static ElementChoice choice(ElementKind kind, String key, String name, String path) {
        return new ElementChoice(kind, key, name, path, true, false, null, null, null, null);
    }

    static ElementChoice area(String path) {
        return area(path, false);
    }

    static ElementChoice area(String path, boolean expandable) {
        return new ElementChoice(
                ElementKind.AREA, "a:" + path, last(path), path, true, expandable, null, null, null, null);
    }

    static ElementChoice iteration(String path, @Nullable LocalDate start, @Nullable LocalDate finish) {
        return new ElementChoice(
                ElementKind.ITERATION, "i:" + path, last(path), path, true, false, null, null, start, finish);
    }

    static ElementChoice team(String name) {
        return choice(ElementKind.TEAM, "t:" + name, name, "");
    }

    static ElementChoice query(String path, boolean folder) {
        return new ElementChoice(
                ElementKind.QUERY, "q:" + path, last(path), path, !folder, folder, null, null, null, null);
    }

    static ElementChoice item(long id, String title) {
        return new ElementChoice(
                ElementKind.WORK_ITEM, Long.toString(id), title, "", true, false, "Epic", "Active", null, null);
    }

    static RemoteProject remote(String name) {
        return new RemoteProject(new RemoteProjectId("r-" + name), name, "", null, null, null);
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('\\') + 1);
    }
}
