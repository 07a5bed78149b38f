package simulator.azuredevops;

import java.time.Clock;
import java.time.Duration;

/**
 * How a simulator is started.
 *
 * @param port the port on 127.0.0.1; 0 takes a free one
 * @param clock the simulated service's clock
 * @param seed the seed of every generated id, name and token
 * @param latency slept before every answer
 */
public record SimulatorOptions(int port, Clock clock, long seed, Duration latency) {

    /** A free port, the system's UTC clock, a fixed seed, no latency. */
    public static SimulatorOptions defaults() {
        return new SimulatorOptions(0, Clock.systemUTC(), 20_260_101L, Duration.ZERO);
    }

    public SimulatorOptions withPort(int other) {
        return new SimulatorOptions(other, clock, seed, latency);
    }

    public SimulatorOptions withClock(Clock other) {
        return new SimulatorOptions(port, other, seed, latency);
    }

    public SimulatorOptions withSeed(long other) {
        return new SimulatorOptions(port, clock, other, latency);
    }

    public SimulatorOptions withLatency(Duration other) {
        return new SimulatorOptions(port, clock, seed, other);
    }
}
