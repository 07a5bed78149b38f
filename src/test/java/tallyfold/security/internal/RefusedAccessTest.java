package tallyfold.security.internal;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.UUID;
import org.aopalliance.intercept.MethodInvocation;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.event.AuthorizationDeniedEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import tallyfold.audit.AuditEvent;
import tallyfold.audit.AuditLog;
import tallyfold.security.Role;
import tallyfold.security.User;
import tallyfold.security.UserId;
import tallyfold.security.UserService;
import tallyfold.support.MutableClock;

class RefusedAccessTest {

    private final AuditLog audit = mock(AuditLog.class);
    private final MutableClock clock = new MutableClock();
    private final RefusedAccess refused = new RefusedAccess(audit, clock);
    private final Authentication viewer = new SignedInUser(
                    new User(new UserId(UUID.randomUUID()), "vera", "Vera", Role.VIEWER, true), clock.instant())
            .authentication();

    private static AuthorizationDeniedEvent<MethodInvocation> denied(Authentication who) throws NoSuchMethodException {
        MethodInvocation call = mock(MethodInvocation.class);
        when(call.getMethod()).thenReturn(UserService.class.getMethod("list"));
        return new AuthorizationDeniedEvent<>(() -> who, call, new AuthorizationDecision(false));
    }

    @Test
    void writesDownWhatSomebodySignedInTried() throws NoSuchMethodException {
        refused.on(denied(viewer));

        verify(audit).record("access.refused", "UserService.list", AuditEvent.Outcome.REFUSED, null);
    }

    @Test
    void leavesOutWhoIsNotSignedInAndRequestsThatPagesAnswer() throws NoSuchMethodException {
        refused.on(denied(new AnonymousAuthenticationToken(
                "key", "anonymousUser", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"))));
        refused.on(new AuthorizationDeniedEvent<>(() -> viewer, "/actuator/env", new AuthorizationDecision(false)));

        verify(audit, never()).record(anyString(), anyString(), any(), any());
    }

    @Test
    void writesDownSixtyAnHour() throws NoSuchMethodException {
        for (int i = 0; i < 3 * RefusalAllowance.MOST; i++) {
            refused.on(denied(viewer));
        }
        verify(audit, times(RefusalAllowance.MOST)).record(anyString(), anyString(), any(), any());

        clock.advance(Duration.ofHours(1));
        refused.on(denied(viewer));

        verify(audit, times(RefusalAllowance.MOST + 1)).record(anyString(), anyString(), any(), any());
    }

    @Test
    void doesNotTurnARefusalIntoAnotherFault() throws NoSuchMethodException {
        doThrow(new DataAccessResourceFailureException("No space left on device"))
                .when(audit)
                .record(anyString(), anyString(), any(), any());

        refused.on(denied(viewer));

        verify(audit).record(anyString(), anyString(), any(), any());
    }
}
