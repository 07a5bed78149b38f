package tallyfold.azuredevops;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tallyfold.azuredevops.api.CoreApi;
import tallyfold.azuredevops.api.Identity;
import tallyfold.azuredevops.api.IdentityApi;
import tallyfold.azuredevops.api.IdentityRef;
import tallyfold.azuredevops.api.Membership;
import tallyfold.azuredevops.api.TeamMember;
import tallyfold.azuredevops.http.ApiArea;
import tallyfold.azuredevops.http.Effort;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderFailure.NotFound;
import tallyfold.provider.ProviderFailure.UnexpectedAnswer;
import tallyfold.provider.ProviderFailure.UnexpectedAnswer.Oddity;
import tallyfold.provider.RemotePerson;
import tallyfold.provider.RemoteProjectId;

/**
 * Finds the people of a team. Groups in it are opened level by level; what a group holds is known by descriptor only, so
 * that the identity service has to tell who is a person, what they are called and whether they may still sign in.
 */
final class TeamMembers {

    /** Descriptors are long, and addresses must not be. */
    private static final int DESCRIPTORS = 40;

    /** A team with more groups than this is no team; half of its people would be a lie. */
    private static final int MOST_GROUPS = 1000;

    private final Conversation conversation;
    private final Presence presence;
    private final CoreApi core;
    private final IdentityApi identities;

    TeamMembers(Conversation conversation, Presence presence, CoreApi core, IdentityApi identities) {
        this.conversation = conversation;
        this.presence = presence;
        this.core = core;
        this.identities = identities;
    }

    List<RemotePerson> people(RemoteProjectId project, String team) {
        Map<String, RemotePerson> people = new LinkedHashMap<>();
        List<String> groups = new ArrayList<>();
        List<String> descriptors = new ArrayList<>();
        for (IdentityRef member : direct(project, team)) {
            if (Boolean.TRUE.equals(member.isContainer())) {
                String group = descriptor(member);
                if (group != null) {
                    groups.add(group);
                }
                continue;
            }
            RemotePerson person = People.from(member);
            if (person != null && people.putIfAbsent(person.key(), person) == null && member.descriptor() != null) {
                descriptors.add(member.descriptor());
            }
        }
        identities(descriptors).forEach((descriptor, identity) -> {
            if (Boolean.FALSE.equals(identity.isActive())) {
                people.computeIfPresent(
                        descriptor,
                        (key, person) -> new RemotePerson(key, person.displayName(), person.uniqueName(), false));
            }
        });
        open(groups, people);
        return List.copyOf(people.values());
    }

    private void open(List<String> groups, Map<String, RemotePerson> people) {
        Set<String> opened = new HashSet<>();
        List<String> level = groups;
        while (!level.isEmpty()) {
            Set<String> members = new LinkedHashSet<>();
            for (String group : level) {
                // Groups may hold each other in a circle.
                if (opened.add(group)) {
                    members.addAll(members(group));
                }
            }
            if (opened.size() > MOST_GROUPS) {
                throw new ProviderException(new UnexpectedAnswer(Oddity.TOO_MANY_RESULTS, 200));
            }
            members.removeIf(member -> opened.contains(member) || people.containsKey(member));
            Map<String, Identity> known = identities(members);
            List<String> below = new ArrayList<>();
            for (String member : members) {
                Identity identity = known.get(member);
                if (identity == null) {
                    continue;
                }
                if (Boolean.TRUE.equals(identity.isContainer())) {
                    below.add(member);
                } else {
                    people.put(member, People.from(identity, member));
                }
            }
            level = below;
        }
    }

    /** Who is directly in a group; nobody where it is gone or hidden. */
    private List<String> members(String group) {
        try {
            return conversation
                    .ask(ApiArea.GRAPH, () -> identities.members(group))
                    .present()
                    .map(Membership::memberDescriptor)
                    .filter(Objects::nonNull)
                    .map(Objects::requireNonNull)
                    .toList();
        } catch (ProviderException refused) {
            if (refused.failure() instanceof NotFound) {
                return List.of();
            }
            throw refused;
        }
    }

    /** What the identity service knows of some descriptors, by descriptor; unknown ones are left out. */
    private Map<String, Identity> identities(Collection<String> descriptors) {
        Map<String, Identity> known = new HashMap<>();
        List<String> all = List.copyOf(descriptors);
        for (int from = 0; from < all.size(); from += DESCRIPTORS) {
            String some = String.join(",", all.subList(from, Math.min(from + DESCRIPTORS, all.size())));
            conversation
                    .ask(ApiArea.IDENTITY, () -> identities.subjects(some))
                    .present()
                    .filter(identity -> identity.subjectDescriptor() != null)
                    .forEach(identity -> known.put(Objects.requireNonNull(identity.subjectDescriptor()), identity));
        }
        return known;
    }

    /** The descriptor by which a group is opened; null where there is none. */
    private @Nullable String descriptor(IdentityRef group) {
        String id = group.id();
        if (group.descriptor() != null || id == null) {
            return group.descriptor();
        }
        try {
            return conversation
                    .ask(ApiArea.GRAPH, () -> identities.descriptor(id))
                    .value();
        } catch (ProviderException refused) {
            if (refused.failure() instanceof NotFound) {
                return null;
            }
            throw refused;
        }
    }

    private List<IdentityRef> direct(RemoteProjectId project, String team) {
        return SkippedPages.all(
                        skip -> presence.ask(
                                project,
                                ApiArea.PROJECT,
                                Effort.BACKGROUND,
                                () -> core.members(project.value(), team, SkippedPages.PAGE, skip)),
                        TeamMembers::key)
                .stream()
                .map(TeamMember::identity)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    private static @Nullable String key(TeamMember member) {
        IdentityRef identity = member.identity();
        if (identity == null) {
            return null;
        }
        return identity.descriptor() == null ? identity.id() : identity.descriptor();
    }
}
