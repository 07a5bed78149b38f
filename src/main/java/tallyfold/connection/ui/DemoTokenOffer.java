package tallyfold.connection.ui;

import java.util.List;

/** Tokens of the demo organization, offered in the window; there is a bean of it in the demo only. */
public interface DemoTokenOffer {

    /**
     * A token of the simulator, which opens nothing else.
     *
     * @param label what the button says, for example "Without Graph"
     * @param address site address of the organization
     * @param account sign-in name of the token's owner, or of somebody else where that is the point
     * @param token the token itself; worthless outside the simulator
     */
    record DemoToken(String label, String address, String account, String token) {

        @Override
        public String toString() {
            return "DemoToken[" + label + "]";
        }
    }

    List<DemoToken> tokens();
}
