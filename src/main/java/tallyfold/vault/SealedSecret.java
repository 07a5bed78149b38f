package tallyfold.vault;

/** A secret as it is stored: {@code v1.<key id>.<wrapped data key>.<iv>.<ciphertext>}. */
public record SealedSecret(String text) {

    @Override
    public String toString() {
        return "SealedSecret[" + text.length() + " characters]";
    }
}
