package tallyfold.vault.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tallyfold.uikit.Texts;
import tallyfold.vault.MasterKeyRefusedException;

/**
 * Where the master key may come from: a file named by the operator, the process environment, or the file in the home
 * folder. All that are present are read, because two that disagree must not pass unnoticed.
 */
@Component
public class MasterKeySources {

    static final String FILE_PROPERTY = "tallyfold.master-key-file";
    static final String VARIABLE = "TALLYFOLD_MASTER_KEY";
    /** The file with the key that is being replaced; it is none of the places looked at. */
    static final String ROTATE_FROM_PROPERTY = "tallyfold.vault.rotate-from";

    static final String HOME_PROPERTY = "tallyfold.home";
    private static final Logger log = LoggerFactory.getLogger(MasterKeySources.class);

    private final @Nullable String configuredFile;
    private final MasterKeyFile ownFile;
    private final MasterKeyFile nextFile;
    private final @Nullable Path rotateFrom;
    private final UnaryOperator<@Nullable String> processEnvironment;

    @Autowired
    MasterKeySources(Environment environment) {
        this(environment, System::getenv);
    }

    MasterKeySources(Environment environment, UnaryOperator<@Nullable String> processEnvironment) {
        this.configuredFile = environment.getProperty(FILE_PROPERTY);
        this.ownFile = new MasterKeyFile(
                Path.of(environment.getProperty(HOME_PROPERTY, "./tallyfold-home"), "keys", "master.key"));
        this.nextFile = new MasterKeyFile(ownFile.path().resolveSibling("master.key.new"));
        String from = environment.getProperty(ROTATE_FROM_PROPERTY);
        this.rotateFrom = from == null ? null : new MasterKeyFile(Path.of(from)).path();
        this.processEnvironment = processEnvironment;
    }

    /**
     * The key, or empty when no source has one.
     *
     * @throws MasterKeyRefusedException when a source is there but unusable, or two disagree
     */
    Optional<MasterKey> find() {
        List<MasterKey> found = new ArrayList<>();
        configured().ifPresent(found::add);
        fromProcessEnvironment().ifPresent(found::add);
        if (ownFile.exists() && !ownFile.path().equals(rotateFrom)) {
            found.add(ownFile.read());
        }
        if (found.stream().map(MasterKey::id).distinct().count() > 1) {
            throw new MasterKeyRefusedException(Texts.of(
                    "vault.key.disagree",
                    found.stream()
                            .map(key -> Texts.of("vault.key.disagree.line", key.id(), key.origin()))
                            .collect(Collectors.joining("\n"))));
        }
        return found.stream().findFirst();
    }

    /** Generates the key file in the home folder; the caller has made sure that nothing is sealed yet. */
    MasterKey generate() {
        MasterKey key = ownFile.create();
        log.info("Generated the master key {} in {}; keep a copy apart from the database", key.id(), key.origin());
        return key;
    }

    /** The key that is being replaced, if the operator named its file. */
    Optional<MasterKey> replaced() {
        return Optional.ofNullable(rotateFrom)
                .map(MasterKeyFile::new)
                .filter(MasterKeyFile::exists)
                .map(MasterKeyFile::read);
    }

    /** Whether the key comes from nowhere but the file that the product made itself. */
    boolean ownFileIsTheKey() {
        return configuredFile == null && processEnvironment.apply(VARIABLE) == null && ownFile.exists();
    }

    /** The next key, written beside the present one; one that an earlier run left there is as good. */
    MasterKey prepareNext() {
        return nextFile.exists() ? nextFile.read() : nextFile.create();
    }

    /** Puts the present key aside under a clear name and the next one in its place; returns where the old one is. */
    Path exchange(MasterKey old, Consumer<String> steps) {
        Path kept = ownFile.copyTo(retiredFile(old.id()));
        steps.accept("old key put aside");
        nextFile.moveTo(ownFile.path());
        steps.accept("next key in place");
        return kept;
    }

    /** Goes on where a run was cut off between the database and the files. */
    Optional<MasterKey> finishExchange(MasterKey found, String expectedId) {
        if (!ownFileIsTheKey() || !nextFile.exists() || !nextFile.read().id().equals(expectedId)) {
            return Optional.empty();
        }
        exchange(found, _ -> {});
        return Optional.of(ownFile.read());
    }

    /** Moves the key in the own file out of the way; returns where it is now. */
    Path putAside(MasterKey old) {
        Path kept = retiredFile(old.id());
        ownFile.moveTo(kept);
        return kept;
    }

    public Optional<String> presentId() {
        return find().map(MasterKey::id);
    }

    /** The file of a key that was put aside, if it is still there and holds that key. */
    public Optional<Path> findRetired(String keyId) {
        MasterKeyFile file = new MasterKeyFile(retiredFile(keyId));
        return Optional.of(file)
                .filter(MasterKeyFile::exists)
                .filter(there -> there.read().id().equals(keyId))
                .map(MasterKeyFile::path);
    }

    private Path retiredFile(String keyId) {
        return ownFile.path().resolveSibling("retired-" + keyId + ".key");
    }

    /** The places looked at, for messages. */
    public String places() {
        return Texts.of("vault.key.places", ownFile.path());
    }

    Path ownFile() {
        return ownFile.path();
    }

    private Optional<MasterKey> configured() {
        if (configuredFile == null) {
            return Optional.empty();
        }
        if (configuredFile.isBlank()) {
            throw new MasterKeyRefusedException(Texts.of("vault.key.empty-path"));
        }
        MasterKeyFile file = new MasterKeyFile(Path.of(configuredFile.strip()));
        if (!file.exists()) {
            throw new MasterKeyRefusedException(Texts.of("vault.key.no-such-file", file.path()));
        }
        return Optional.of(file.read());
    }

    private Optional<MasterKey> fromProcessEnvironment() {
        String text = processEnvironment.apply(VARIABLE);
        if (text == null) {
            return Optional.empty();
        }
        MasterKey key = MasterKey.parse(text, Texts.of("vault.key.variable"))
                .orElseThrow(() -> new MasterKeyRefusedException(Texts.of(
                        "vault.key.not-a-key", Texts.of("vault.key.variable"), Integer.toString(text.length()))));
        log.warn("The master key comes from the process environment, where other processes may see it;"
                + " TALLYFOLD_MASTER_KEY_FILE is safer");
        return Optional.of(key);
    }
}
