package tallyfold.vault.internal;

import java.util.OptionalInt;

/**
 * How the start-up check of the master key ended.
 *
 * @param key the key to work with
 * @param forgotten how many tokens were dropped because the operator asked for it; empty when none had to be
 */
record KeyOutcome(MasterKey key, OptionalInt forgotten) {}
