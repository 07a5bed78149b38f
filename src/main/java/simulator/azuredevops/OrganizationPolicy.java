package simulator.azuredevops;

import org.jspecify.annotations.Nullable;

/** Switches of an organization that decide how it answers at all. */
final class OrganizationPolicy {

    private volatile @Nullable String stopReason;
    private volatile boolean publicProjects;
    private volatile boolean blocked;
    private volatile boolean globalForbidden;
    private volatile boolean legacyAddresses;
    private volatile int reportingScan = Integer.MAX_VALUE;

    @Nullable
    String stopReason() {
        return stopReason;
    }

    void stop(@Nullable String reason) {
        stopReason = reason;
    }

    boolean publicProjects() {
        return publicProjects;
    }

    void publicProjects(boolean allowed) {
        publicProjects = allowed;
    }

    boolean blocked() {
        return blocked;
    }

    void blocked(boolean now) {
        blocked = now;
    }

    boolean globalForbidden() {
        return globalForbidden;
    }

    void globalForbidden(boolean forbidden) {
        globalForbidden = forbidden;
    }

    boolean legacyAddresses() {
        return legacyAddresses;
    }

    void legacyAddresses(boolean legacy) {
        legacyAddresses = legacy;
    }

    int reportingScan() {
        return reportingScan;
    }

    void reportingScan(int entries) {
        reportingScan = entries;
    }
}
