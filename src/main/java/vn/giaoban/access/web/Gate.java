package vn.giaoban.access.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.servlet.CookieSameSiteSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.RequestMatcher;
import vn.giaoban.access.Actors;
import vn.giaoban.access.Setup;
import vn.giaoban.access.SignIn;
import vn.giaoban.ui.ContentSecurity;

/**
 * Who gets in by which door. Four doors: files of the frame (open), the operator's
 * (how it is, to everybody; what was measured, to {@link OperatorsDoor}), the API (a password or token with each request, no session and so no
 * forged form), and the pages (a session, forms with a key against forgery). What somebody may do inside is not decided by address.
 */
@Configuration(proxyBeanMethods = false)
class Gate {

    private static final String NO_DEVICES = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

    private static final AuthenticationEntryPoint FORM = new LoginUrlAuthenticationEntryPoint("/login");

    /** The session's cookie does not travel with a form that another site sends. */
    @Bean
    CookieSameSiteSupplier sessionCookie() {
        return CookieSameSiteSupplier.ofLax();
    }

    /** A request is measured once, as a whole: not again in each of its filters. */
    @Bean
    static SecurityObservationSettings oneMeasurement() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @Order(1)
    SecurityFilterChain files(HttpSecurity http) {
        return http.securityMatcher("/assets/**")
                .headers(headers -> strict(headers).cacheControl(HeadersConfigurer.CacheControlConfig::disable))
                .securityContext(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** Whether it runs may be known to everybody; what was measured, and how much room is left, to the operator's machines. */
    @Bean
    @Order(2)
    SecurityFilterChain operators(HttpSecurity http, ApiDoor door, @Value("${giaoban.metrics.token:}") String token) {
        return http.securityMatcher("/actuator", "/actuator/**")
                .headers(Gate::strict)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .addFilterBefore(new OperatorsDoor(token), AnonymousAuthenticationFilter.class)
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(door).accessDeniedHandler(door))
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers(HttpMethod.GET, "/actuator/health", "/actuator/health/**")
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, "/actuator/prometheus")
                                .hasAuthority(OperatorsDoor.OPERATOR)
                                .anyRequest()
                                .denyAll())
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain api(HttpSecurity http, SignIn signIn, Actors actors, ApiDoor door) {
        return http.securityMatcher("/api/**")
                .headers(Gate::strict)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .addFilterBefore(new SignInPerRequest(signIn), AnonymousAuthenticationFilter.class)
                .addFilterAfter(new ActorOfRequest(actors), SignInPerRequest.class)
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(door).accessDeniedHandler(door))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    /** The description of the API is for reading alone, so a session will do, and a password or token as well. */
    @Bean
    @Order(4)
    SecurityFilterChain description(HttpSecurity http, SignIn signIn, Actors actors, ApiDoor door) {
        return http.securityMatcher("/v3/api-docs", "/v3/api-docs/**", "/v3/api-docs.yaml")
                .headers(Gate::strict)
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .addFilterBefore(new SignInPerRequest(signIn), AnonymousAuthenticationFilter.class)
                .addFilterAfter(new ActorOfRequest(actors), SignInPerRequest.class)
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(door).accessDeniedHandler(door))
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET)
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    @Bean
    @Order(5)
    SecurityFilterChain pages(HttpSecurity http, Actors actors, Setup setup) {
        RequestMatcher error = request -> request.getDispatcherType() == DispatcherType.ERROR;
        return http.headers(Gate::strict)
                .addFilterBefore(new BeforeSetup(setup), AnonymousAuthenticationFilter.class)
                .addFilterAfter(new ActorOfRequest(actors), BeforeSetup.class)
                .formLogin(form -> form.loginPage("/login")
                        .failureHandler(Gate::backToForm)
                        .permitAll())
                .logout(out -> out.logoutUrl("/logout")
                        .logoutSuccessUrl("/login?logout")
                        .deleteCookies("JSESSIONID")
                        .permitAll())
                .exceptionHandling(handling -> handling.authenticationEntryPoint(Gate::toForm))
                .authorizeHttpRequests(requests -> requests.requestMatchers(error)
                        .permitAll()
                        .requestMatchers("/login", "/setup", "/preferences", "/favicon.ico", "/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }

    /** A piece of a page is no place for the sign-in form: there the whole page goes to it. */
    private static void toForm(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        if (request.getHeader("HX-Request") == null) {
            FORM.commence(request, response, failure);
        } else {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setHeader("HX-Redirect", request.getContextPath() + "/login?expired");
        }
    }

    private static void backToForm(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        var why = failure instanceof LockedException ? "locked" : "error";
        response.sendRedirect(request.getContextPath() + "/login?" + why);
    }

    private static HeadersConfigurer<HttpSecurity> strict(HeadersConfigurer<HttpSecurity> headers) {
        return headers.contentSecurityPolicy(policy -> policy.policyDirectives(ContentSecurity.POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(NO_DEVICES))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }
}
