package tallyfold.azuredevops;

import java.util.ArrayList;
import java.util.List;
import tallyfold.azuredevops.http.ApiArea;
import tallyfold.provider.ProviderDescriptor;
import tallyfold.provider.ProviderDescriptor.Permission;
import tallyfold.provider.ProviderId;
import tallyfold.uikit.Texts;

/** What screens show of Azure DevOps. */
final class AzureDevOpsDescriptor {

    private AzureDevOpsDescriptor() {}

    static ProviderDescriptor create(ProviderId id) {
        return new ProviderDescriptor(
                id,
                Texts.of("azuredevops.name"),
                Texts.of("azuredevops.address.label"),
                Texts.of("azuredevops.account.label"),
                Texts.of("azuredevops.token.label"),
                Texts.of("azuredevops.address.placeholder"),
                numbered("azuredevops.token.step."),
                List.of(
                        permission(ApiArea.PROJECT),
                        permission(ApiArea.WORK),
                        permission(ApiArea.GRAPH),
                        permission(ApiArea.IDENTITY)),
                numbered("azuredevops.token.note."));
    }

    private static Permission permission(ApiArea area) {
        return new Permission(area.permission(), Texts.of("azuredevops.permission." + area.name()));
    }

    private static List<String> numbered(String prefix) {
        List<String> texts = new ArrayList<>();
        for (int number = 1; Texts.has(prefix + number); number++) {
            texts.add(Texts.of(prefix + number));
        }
        return texts;
    }
}
