package tallyfold.vault.internal;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Makes the check of the master key part of every start: all beans exist by then, the web port is still closed. */
@Component
class VaultStart implements SmartInitializingSingleton {

    private final VaultOpening vault;
    private final Rotation rotation;

    VaultStart(VaultOpening vault, Rotation rotation) {
        this.vault = vault;
        this.rotation = rotation;
    }

    @Override
    public void afterSingletonsInstantiated() {
        vault.open();
        rotation.goOn();
    }
}
