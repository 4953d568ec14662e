package org.gatehouse.api;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import org.gatehouse.identity.Caller;
import org.gatehouse.oauth.token.OAuthScope;
import org.gatehouse.oauth.token.ProtectedResource;
import org.gatehouse.permission.EffectiveAccess;
import org.gatehouse.permission.PermissionEngine;
import org.gatehouse.permission.SystemPermission;
import org.gatehouse.platform.configuration.Deployment;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Lets in only who may administer: one decision for every operation, so that no endpoint can forget it. */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class ApiAuthorization implements ContainerRequestFilter {
    @Context
    private HttpServletRequest request;

    @Context
    private ResourceInfo resource;

    @Inject
    Deployment deployment;

    @Inject
    PermissionEngine permissions;

    @Override
    public void filter(ContainerRequestContext context) {
        refusal(request.getAttribute(Caller.class.getName()) instanceof Caller caller ? caller : null);
    }

    private void refusal(@Nullable Caller caller) {
        // RFC 8707 section 2: a token that was made for an MCP server opens that server and nothing else.
        if (caller == null || !caller.resource().equals(deployment.url(ProtectedResource.API_PATH))) {
            throw new ProblemException(new Problem.InvalidToken("The token was not issued for this interface."));
        }
        if (!caller.scopes().contains(OAuthScope.API.value())) {
            throw new ProblemException(new Problem.InsufficientScope(Set.of(OAuthScope.API.value()), "The token lacks the scope api."));
        }
        EffectiveAccess access = permissions.access(caller);
        if (!access.has(SystemPermission.API_ENABLED)) {
            throw new ProblemException(new Problem.InsufficientAccess("This needs the permission API Enabled. Ask an administrator."));
        }
        SystemPermission needed = needed();
        if (!access.has(needed)) {
            throw new ProblemException(new Problem.InsufficientAccess("This needs the permission " + needed.apiName() + ". Ask an administrator."));
        }
    }

    private SystemPermission needed() {
        Requires other = resource.getResourceClass().getAnnotation(Requires.class);
        return other == null ? SystemPermission.CUSTOMIZE_APPLICATION : other.value();
    }
}
