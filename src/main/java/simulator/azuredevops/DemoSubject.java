package simulator.azuredevops;

import java.util.List;

/**
 * What a demo project is about: the words its titles are made of.
 *
 * @param things what stories, tasks and bugs are about, in the singular with an article left away
 * @param areas paths below the root, parents before children, separated by a slash
 */
record DemoSubject(
        String name,
        String description,
        List<String> epics,
        List<String> things,
        List<String> roles,
        List<String> areas,
        List<String> tags) {

    /** Lists are given as texts separated by a bar. */
    static DemoSubject of(
            String name, String description, String epics, String things, String roles, String areas, String tags) {
        return new DemoSubject(name, description, list(epics), list(things), list(roles), list(areas), list(tags));
    }

    private static List<String> list(String text) {
        return List.of(text.split("\\|", -1));
    }
}
