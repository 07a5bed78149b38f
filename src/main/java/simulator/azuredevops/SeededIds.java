package simulator.azuredevops;

import java.util.Random;
import java.util.UUID;

/** Random ids that are the same for the same seed. */
final class SeededIds {

    private final Random random;

    SeededIds(long seed) {
        this.random = new Random(seed);
    }

    synchronized UUID next() {
        long high = (random.nextLong() & 0xFFFFFFFFFFFF0FFFL) | 0x4000L;
        long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    Random random() {
        return random;
    }
}
