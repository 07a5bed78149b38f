package tallyfold.demo;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import simulator.azuredevops.DemoContent;
import simulator.azuredevops.DemoTokens;
import simulator.azuredevops.SimToken;
import tallyfold.connection.ui.DemoTokenOffer;
import tallyfold.uikit.Texts;

/** What the Create connection window offers in a demonstration: a token that works, and three that do not. */
@Component
@Profile("demo")
final class DemoConnections implements DemoTokenOffer {

    @Override
    public List<DemoToken> tokens() {
        List<DemoToken> offers = new ArrayList<>();
        for (String organization : Demo.ORGANIZATIONS) {
            DemoTokens tokens = DemoContent.tokens(Demo.simulator(), organization);
            String account = tokens.working().owner().mail();
            offers.add(offer(Texts.of("demo.working", organization), organization, account, tokens.working()));
            if (offers.size() == 1) {
                offers.add(offer(Texts.of("demo.without-graph"), organization, account, tokens.withoutGraph()));
                offers.add(offer(Texts.of("demo.expired"), organization, account, tokens.expired()));
                offers.add(offer(Texts.of("demo.of-another"), organization, account, tokens.ofAnotherPerson()));
            }
        }
        return offers;
    }

    private static DemoToken offer(String label, String organization, String account, SimToken token) {
        return new DemoToken(label, "https://dev.azure.com/" + organization, account, token.text());
    }
}
