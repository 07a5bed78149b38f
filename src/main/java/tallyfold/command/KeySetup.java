package tallyfold.command;

import com.ulisesbocchio.jasyptspringbootstarter.JasyptSpringBootAutoConfiguration;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** What there is without a database: the configuration, and where the master key is. All of it lazy. */
@ImportAutoConfiguration(JasyptSpringBootAutoConfiguration.class)
@ComponentScan(
        basePackages = "tallyfold.vault",
        excludeFilters =
                @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = SmartInitializingSingleton.class))
final class KeySetup {}
