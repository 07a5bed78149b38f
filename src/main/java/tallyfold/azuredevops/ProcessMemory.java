package tallyfold.azuredevops;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tallyfold.azuredevops.api.WorkProcess;
import tallyfold.provider.RemoteStructure;

/**
 * What all projects of one process share, read once in a session for all of them together. A project that asks a second time does so
 * because it met something unknown, so what is remembered is read anew then.
 */
final class ProcessMemory {

    private final Memory<List<WorkProcess>> processes = new Memory<>();
    private final ConcurrentMap<String, Memory<List<RemoteStructure.WorkItemType>>> types = new ConcurrentHashMap<>();

    List<WorkProcess> list(String project, Supplier<List<WorkProcess>> reading) {
        return processes.get(project, reading);
    }

    /**
     * The types of a process with their states.
     *
     * @param process key of the process; where it is not known, every project reads for itself
     */
    List<RemoteStructure.WorkItemType> types(
            String process, String project, Supplier<List<RemoteStructure.WorkItemType>> reading) {
        return process.isEmpty()
                ? reading.get()
                : types.computeIfAbsent(process, _ -> new Memory<>()).get(project, reading);
    }

    /** One answer and who has had it. Those who come while it is being read wait for it; a failure is not remembered. */
    private static final class Memory<T> {

        private final ReentrantLock lock = new ReentrantLock();
        private final Set<String> served = new HashSet<>();
        private @Nullable T answer;

        T get(String project, Supplier<T> reading) {
            lock.lock();
            try {
                T known = answer;
                if (known == null || served.contains(project)) {
                    known = reading.get();
                    answer = known;
                    served.clear();
                }
                served.add(project);
                return known;
            } finally {
                lock.unlock();
            }
        }
    }
}
