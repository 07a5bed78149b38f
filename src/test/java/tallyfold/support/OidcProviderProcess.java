package tallyfold.support;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.filter.DelegatingFilterProxy;

/**
 * A provider of OpenID Connect in a process of its own: Spring Authorization Server on Tomcat. Its people, what it claims
 * of them and how it lies about them are read from a file each time, see {@link OidcProvider}.
 */
final class OidcProviderProcess {

    private static int port;
    private static Path people = Path.of("");
    private static String issuer = "";

    private OidcProviderProcess() {}

    public static void main(String[] arguments) throws LifecycleException, IOException {
        port = Integer.parseInt(arguments[0]);
        people = Path.of(arguments[1]);
        issuer = arguments[2];
        String folder = Files.createTempDirectory("oidc-provider").toString();
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(folder);
        tomcat.setPort(port);
        var connector = tomcat.getConnector();
        connector.setProperty("address", "127.0.0.1");
        Context context = tomcat.addContext("", folder);
        Tomcat.addServlet(context, "none", new jakarta.servlet.http.HttpServlet() {})
                .addMapping("/");
        context.addServletContainerInitializer(
                (_, servlet) -> {
                    var spring = new AnnotationConfigWebApplicationContext();
                    spring.register(Provider.class);
                    spring.setServletContext(servlet);
                    spring.refresh();
                    servlet.addFilter("security", new DelegatingFilterProxy("springSecurityFilterChain", spring))
                            .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
                },
                Set.of());
        tomcat.start();
        System.out.println(OidcProvider.READY);
        tomcat.getServer().await();
    }

    private static Properties people() {
        Properties read = new Properties();
        try (Reader file = Files.newBufferedReader(people, StandardCharsets.UTF_8)) {
            read.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }

    /** Not private: Spring makes it. */
    @Configuration
    @EnableWebSecurity
    static class Provider {

        @Bean
        @Order(1)
        SecurityFilterChain protocol(HttpSecurity http) {
            http.oauth2AuthorizationServer(server -> {
                http.securityMatcher(server.getEndpointsMatcher());
                server.oidc(Customizer.withDefaults());
            });
            http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated());
            http.oauth2ResourceServer(tokens -> tokens.jwt(Customizer.withDefaults()));
            http.exceptionHandling(
                    failures -> failures.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")));
            return http.build();
        }

        @Bean
        @Order(2)
        SecurityFilterChain pages(HttpSecurity http) {
            http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated());
            http.formLogin(Customizer.withDefaults());
            return http.build();
        }

        @Bean
        UserDetailsService people() {
            return name -> User.withUsername(name)
                    .password("{noop}" + OidcProvider.PASSWORD)
                    .roles("PERSON")
                    .build();
        }

        @Bean
        RegisteredClientRepository clients() {
            return new InMemoryRegisteredClientRepository(RegisteredClient.withId("1")
                    .clientId(OidcProvider.CLIENT)
                    .clientSecret("{noop}" + OidcProvider.SECRET)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    // On a loopback address any port is taken.
                    .redirectUri("http://127.0.0.1/login/oauth2/code/oidc")
                    .redirectUri("https://127.0.0.1/login/oauth2/code/oidc")
                    .scope("openid")
                    .scope("profile")
                    .scope("email")
                    .clientSettings(
                            ClientSettings.builder().requireProofKey(true).build())
                    .build());
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().issuer(issuer).build();
        }

        @Bean
        JWKSource<SecurityContext> keys() throws GeneralSecurityException {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            RSAKey key = new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                    .privateKey(pair.getPrivate())
                    .keyID(UUID.randomUUID().toString())
                    .build();
            return new ImmutableJWKSet<>(new JWKSet(key));
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims() {
            return context -> {
                if (OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
                    String name = Objects.requireNonNull(context.<Authentication>getPrincipal())
                            .getName();
                    context.getClaims().claims(claims -> describe(name, claims));
                }
            };
        }

        private static void describe(String name, Map<String, Object> claims) {
            Properties known = OidcProviderProcess.people();
            claims.put("preferred_username", known.getProperty(name + ".name", name));
            String roles = known.getProperty(name + ".roles", "");
            if (!roles.isEmpty()) {
                claims.put("roles", List.of(roles.split(",", -1)));
            }
            String email = known.getProperty(name + ".email", "");
            if (!email.isEmpty()) {
                claims.put("email", email);
            }
            switch (OidcProvider.Lie.valueOf(known.getProperty(name + ".lie", "NONE"))) {
                case NONE -> {}
                case ISSUER -> claims.put("iss", "http://localhost:1");
                case AUDIENCE -> claims.put("aud", List.of("somebody-else"));
                case EXPIRED -> {
                    claims.put("iat", Instant.now().minus(Duration.ofHours(2)));
                    claims.put("exp", Instant.now().minus(Duration.ofHours(1)));
                }
                case NO_NONCE -> claims.remove("nonce");
                case OTHER_NONCE -> claims.put("nonce", "of-another-sign-in");
            }
        }
    }
}
