package tallyfold.provider;

import java.util.List;

/**
 * What screens show of a provider, so that no view knows a vendor.
 *
 * @param name the source system's name, for example "Azure DevOps"
 * @param addressLabel label of the address field
 * @param addressPlaceholder an example address
 * @param tokenSteps how to make a token, one sentence a step
 * @param permissions what the token must be allowed, in the order it is checked
 * @param notes remarks shown under the steps
 */
public record ProviderDescriptor(
        ProviderId id,
        String name,
        String addressLabel,
        String accountLabel,
        String tokenLabel,
        String addressPlaceholder,
        List<String> tokenSteps,
        List<Permission> permissions,
        List<String> notes) {

    /** A permission by its name in the source system and what it is for. */
    public record Permission(String name, String purpose) {}
}
