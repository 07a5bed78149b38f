package simulator.azuredevops;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The people and groups of an organization. */
final class People {

    private final Organization organization;
    private final List<SimUser> users = new CopyOnWriteArrayList<>();
    private final List<SimGroup> groups = new CopyOnWriteArrayList<>();

    People(Organization organization) {
        this.organization = organization;
        String domain = organization.name().toLowerCase(Locale.ROOT) + ".example";
        add("Dana Ostrowski", "dana.ostrowski@" + domain);
        addGroup(null, "Project Collection Administrators", "May do everything in the organization.");
        addGroup(null, "Project Collection Valid Users", "Everybody with access to the organization.");
        addGroup(null, "Project-Scoped Users", "See only the projects they were added to.");
    }

    List<SimUser> users() {
        return List.copyOf(users);
    }

    SimUser owner() {
        return users.getFirst();
    }

    SimUser add(String displayName, String mail) {
        SimUser user = new SimUser(organization.newId(), organization.newId(), displayName, mail);
        users.add(user);
        return user;
    }

    void remove(SimUser user) {
        user.remove();
    }

    SimGroup addGroup(@Nullable SimProject project, String name, String description) {
        SimGroup group = new SimGroup(organization.newId(), project, organization.name(), name, description);
        if (project == null) {
            groups.add(group);
        } else {
            project.add(group);
        }
        return group;
    }

    List<SimGroup> allGroups(List<SimProject> projects) {
        List<SimGroup> all = new ArrayList<>(groups);
        projects.forEach(project -> all.addAll(project.groups()));
        return all;
    }

    SimUser require(String mailOrName) {
        SimUser found = find(mailOrName);
        if (found == null) {
            throw new IllegalArgumentException("nobody is called " + mailOrName);
        }
        return found;
    }

    @Nullable
    SimUser find(String mailOrName) {
        for (SimUser user : users) {
            if (user.mail().equalsIgnoreCase(mailOrName)
                    || user.displayName().equalsIgnoreCase(mailOrName)
                    || user.id().toString().equalsIgnoreCase(mailOrName)) {
                return user;
            }
        }
        return null;
    }
}
