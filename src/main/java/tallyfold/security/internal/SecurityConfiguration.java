package tallyfold.security.internal;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer.AuthorizedUrl;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import tallyfold.audit.AuditEvent;
import tallyfold.audit.AuditLog;
import tallyfold.security.ui.LoginView;

/** Who gets through to which address, and the headers on every answer. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class SecurityConfiguration {

    /** Vaadin 25.2 starts by inline scripts and evaluates what the server sends; a stricter policy leaves it blank. */
    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'self'",
            "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    private static final String PERMISSIONS_POLICY =
            "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()";

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http,
            SessionLimits sessionLimits,
            SessionStart sessionStart,
            FirstRunFilter firstRun,
            SingleSignOnChain singleSignOn,
            ObjectProvider<SecurityContextHolderStrategy> strategy,
            AuditLog audit) {
        http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(PublicPaths.STATIC)
                .permitAll()
                .requestMatchers(PublicPaths.HEALTH)
                .permitAll()
                .requestMatchers("/actuator/**")
                .denyAll());
        http.headers(SecurityConfiguration::configureHeaders);
        http.sessionManagement(sessions -> sessions.addSessionAuthenticationStrategy(sessionStart));
        http.addFilterAfter(sessionLimits, SecurityContextHolderFilter.class);
        http.addFilterBefore(new SignInOriginFilter(), UsernamePasswordAuthenticationFilter.class);
        http.addFilterBefore(
                new GivenPasswordFilter(strategy.getIfAvailable(PresentContextStrategy::new)),
                AuthorizationFilter.class);
        // Before any way of signing in: the first account is a local one, made with the set-up code.
        http.addFilterBefore(firstRun, OAuth2AuthorizationRequestRedirectFilter.class);
        http.with(
                VaadinSecurityConfigurer.vaadin(),
                vaadin -> vaadin.loginView(LoginView.class)
                        // An address nobody serves gets the product's own page, not a bare 403.
                        .anyRequest(AuthorizedUrl::authenticated)
                        // Not the cache: what is in it is the same for everybody, and Chromium would take seconds.
                        .addLogoutHandler(
                                new HeaderWriterLogoutHandler(new ClearSiteDataHeaderWriter(Directive.STORAGE)))
                        .addLogoutHandler((_, _, authentication) -> {
                            if (authentication != null && authentication.getPrincipal() instanceof SignedInUser) {
                                audit.record(
                                        "user.signed-out", authentication.getName(), AuditEvent.Outcome.SUCCESS, null);
                            }
                        }));
        // After Vaadin's, which names the sign-in page; else Spring Security would bring a page of its own.
        http.formLogin(form -> form.failureHandler(SignInRefusal::redirect));
        singleSignOn.addTo(http);
        return http.build();
    }

    private static void configureHeaders(HeadersConfigurer<HttpSecurity> headers) {
        // Vaadin commits its page before the filter would write the headers on the way back.
        headers.withObjectPostProcessor(new ObjectPostProcessor<HeaderWriterFilter>() {
            @Override
            public <O extends HeaderWriterFilter> O postProcess(O filter) {
                filter.setShouldWriteHeadersEagerly(true);
                return filter;
            }
        });
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS_POLICY))
                // Pages are not kept by the browser; files that never change for a build are.
                .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        new NegatedRequestMatcher(PublicPaths.matcher(PublicPaths.STATIC, "/VAADIN/build/**")),
                        new CacheControlHeadersWriter()));
    }
}
