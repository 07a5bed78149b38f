package tallyfold.security.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import tallyfold.audit.AuditEvent;
import tallyfold.audit.AuditLog;

/** Adds single sign-on to the security chain when a provider is configured. */
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class SingleSignOnChain {

    private static final Logger LOG = LoggerFactory.getLogger(SingleSignOnChain.class);

    private static final int LONGEST_WORDS = 300;

    private final SingleSignOnProperties properties;
    private final ProviderRequests requests;
    private final SingleSignOnAccounts accounts;
    private final RefusalAllowance allowance;
    private final AuditLog audit;

    SingleSignOnChain(
            SingleSignOnProperties properties,
            ProviderRequests requests,
            SingleSignOnAccounts accounts,
            AuditLog audit,
            Clock clock) {
        this.properties = properties;
        this.requests = requests;
        this.accounts = accounts;
        this.allowance = new RefusalAllowance(clock);
        this.audit = audit;
    }

    void addTo(HttpSecurity http) {
        if (!properties.on()) {
            return;
        }
        http.oauth2Login(login -> login.loginPage("/login")
                .clientRegistrationRepository(new ProviderDiscovery(properties, requests))
                .authorizedClientRepository(new NoTokensKept())
                .tokenEndpoint(token -> token.accessTokenResponseClient(tokens()))
                .userInfoEndpoint(user -> user.oidcUserService(users()))
                .failureHandler(this::refuse)
                .withObjectPostProcessor(new ObjectPostProcessor<OAuth2LoginAuthenticationFilter>() {
                    @Override
                    public <O extends OAuth2LoginAuthenticationFilter> O postProcess(O filter) {
                        filter.setAuthenticationResultConverter(SingleSignOnChain.this::welcome);
                        return filter;
                    }
                })
                .withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                    @Override
                    public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
                        filter.setAuthenticationFailureHandler(SingleSignOnChain.this::refuse);
                        return filter;
                    }
                }));
    }

    private RestClientAuthorizationCodeTokenResponseClient tokens() {
        var tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return tokens;
    }

    private OidcUserService users() {
        var plain = new DefaultOAuth2UserService();
        var asking = new RestTemplate(requests);
        asking.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        plain.setRestOperations(asking);
        var users = new OidcUserService();
        users.setOauth2UserService(plain);
        return users;
    }

    /** From here on it is a session like any other. */
    private OAuth2AuthenticationToken welcome(OAuth2LoginAuthenticationToken token) {
        if (!(token.getPrincipal() instanceof OidcUser who)) {
            throw new SingleSignOnException(SignInRefusal.Reason.PROVIDER_REFUSED, SignInProvider.UNKNOWN, null);
        }
        String address =
                token.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        SignedInUser user = accounts.welcome(who, address);
        return new OAuth2AuthenticationToken(user, user.getAuthorities(), SingleSignOn.REGISTRATION);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        SignInRefusal.Reason reason = SignInRefusal.Reason.PROVIDER_REFUSED;
        String subject = SignInProvider.UNKNOWN;
        for (Throwable cause = why; cause != null; cause = cause.getCause()) {
            if (cause instanceof SingleSignOnException known) {
                reason = known.reason();
                subject = known.subject().isEmpty() ? subject : known.subject();
            }
        }
        // Anybody can send nonsense here; it fills neither the audit log nor the other one.
        boolean vouchedFor = reason == SignInRefusal.Reason.NO_ROLE || reason == SignInRefusal.Reason.DISABLED;
        if (vouchedFor || allowance.take()) {
            // Neither codes nor tokens are in these messages, but an address may have brought words of its own.
            LOG.warn("Single sign-on was refused ({}): {}", reason.words(), deepest(why));
            audit.record(new AuditEvent(
                    AuditLog.SYSTEM,
                    request.getRemoteAddr(),
                    SingleSignOnAccounts.SIGNED_IN,
                    subject,
                    AuditEvent.Outcome.REFUSED,
                    SingleSignOnAccounts.WAY + ": " + reason.words()));
        }
        SignInRefusal.redirect(request, response, reason);
    }

    private static String deepest(Throwable why) {
        Throwable at = why;
        while (at.getCause() != null) {
            at = at.getCause();
        }
        String words = String.valueOf(at.getMessage()).replaceAll("\\p{Cntrl}+", " ");
        return words.substring(0, Math.min(words.length(), LONGEST_WORDS));
    }

    /** Nothing is asked of the provider afterwards, so its tokens are forgotten at once. */
    private static final class NoTokensKept implements OAuth2AuthorizedClientRepository {

        /** The type parameter is the interface's. */
        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals")
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String registration, Authentication principal, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {}

        @Override
        public void removeAuthorizedClient(
                String registration,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {}
    }
}
