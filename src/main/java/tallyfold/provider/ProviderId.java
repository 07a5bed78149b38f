package tallyfold.provider;

/** Names a kind of source system in the database and in addresses, for example {@code azure-devops}. */
public record ProviderId(String value) {

    public ProviderId {
        if (!value.matches("[a-z][a-z0-9-]{1,39}")) {
            throw new IllegalArgumentException("Not a provider id");
        }
    }
}
