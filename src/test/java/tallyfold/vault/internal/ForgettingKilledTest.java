package tallyfold.vault.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.AdditionalAnswers;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import tallyfold.support.Databases;
import tallyfold.vault.SealedSecretSource;

/** Forgetting tokens that no key opens is done at once or not at all. */
@ParameterizedClass
@EnumSource(Databases.Kind.class)
class ForgettingKilledTest {

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path home;

    private final Databases.Kind kind;

    ForgettingKilledTest(Databases.Kind kind) {
        this.kind = kind;
    }

    @Test
    void forgetsNothingWhenItIsCutOffAndAllWhenItIsRunAgain() throws Exception {
        try (Databases database = Databases.fresh(kind)) {
            RotationWorld world = new RotationWorld(home, database);
            world.seal(8);
            String lost = world.activeIds().getFirst();
            Path keyFile = home.resolve("keys").resolve("master.key");
            byte[] key = Files.readAllBytes(keyFile);
            Files.delete(keyFile);
            world.properties.setProperty("tallyfold.vault.forget-tokens", "true");
            SealedSecretSource rows = world.process().rows();

            assertThat(catchThrowable(() -> check(world, database, cutOff(rows)).run()))
                    .isInstanceOf(Killed.class);

            assertThat(rows.count()).isEqualTo(8);
            assertThat(world.activeIds()).containsExactly(lost);
            byte[] generated = Files.readAllBytes(keyFile);
            Files.write(keyFile, key);
            assertThat(world.process().unreadable())
                    .as("the key was found again")
                    .isZero();
            Files.write(keyFile, generated);

            assertThat(check(world, database, rows).run().forgotten()).hasValue(8);
            assertThat(rows.count()).isZero();
            assertThat(world.activeIds()).doesNotContain(lost).hasSize(1);
        }
    }

    private static MasterKeyCheck check(RotationWorld world, Databases database, SealedSecretSource source) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("source", source);
        return new MasterKeyCheck(
                new MasterKeySources(world.properties, _ -> null),
                new VaultKeyRepository(database.jdbc()),
                beans.getBeanProvider(SealedSecretSource.class),
                database.transactions(),
                Clock.systemUTC(),
                world.properties);
    }

    /** Dies after the tokens are deleted and before that is committed. */
    private static SealedSecretSource cutOff(SealedSecretSource rows) {
        SealedSecretSource dying = mock(SealedSecretSource.class, AdditionalAnswers.delegatesTo(rows));
        doAnswer(_ -> {
                    rows.forgetAll();
                    throw new Killed();
                })
                .when(dying)
                .forgetAll();
        return dying;
    }
}
