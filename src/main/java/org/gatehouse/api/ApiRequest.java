package org.gatehouse.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.gatehouse.audit.Actor;
import org.gatehouse.audit.AuditDraft;
import org.gatehouse.audit.AuditedCall;
import org.gatehouse.audit.Channel;
import org.gatehouse.audit.EventType;
import org.gatehouse.audit.Requester;
import org.gatehouse.identity.Caller;
import org.gatehouse.oauth.bearer.TokenDigest;
import org.gatehouse.permission.PermissionEngine;
import org.gatehouse.permission.SystemPermission;
import org.gatehouse.platform.network.ClientAddress;
import org.gatehouse.platform.network.ClientAddresses;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.platform.trace.Trace;

/** Who asks, from where, and the event of it. */
@RequestScoped
class ApiRequest {
    @Inject
    HttpServletRequest request;

    @Inject
    ClientAddresses addresses;

    @Inject
    PermissionEngine permissions;

    @Inject
    Requester requester;

    /** The person and the client behind the request; {@link ApiAuthorization} has seen to it that there is one. */
    Caller caller() {
        return (Caller) Objects.requireNonNull(request.getAttribute(Caller.class.getName()));
    }

    ClientAddress address() {
        return addresses.of(request);
    }

    /** A piece of administration that takes another permission beside the one for the whole interface. */
    <T> AuditedCall<T> call(SystemPermission needed, String operation, String thing, Callable<T> work) {
        return call(operation, thing, () -> {
            require(needed);
            return work.call();
        });
    }

    /** Refuses a caller without that permission. */
    void require(SystemPermission needed) {
        if (!permissions.access(caller()).has(needed)) {
            throw new ProblemException(new Problem.InsufficientAccess("This needs the permission " + needed.apiName() + ". Ask an administrator."));
        }
    }

    /**
     * A piece of administration.
     *
     * @param operation its name in the event log
     * @param thing what it is about, for example a client's id
     */
    <T> AuditedCall<T> call(String operation, String thing, Callable<T> work) {
        Caller caller = caller();
        Actor actor = new Actor(caller.userId(), caller.username(), caller.clientId(), caller.grantId(), address().toString(), TokenDigest.of(request));
        Channel channel = new Channel(Channel.Family.REST, request.getMethod(), request.getRequestURI());
        String requestId = UUID.randomUUID().toString();
        requester.is(actor, channel, requestId);
        AuditDraft draft = new AuditDraft(EventType.API_TOTAL_USAGE, requestId, actor, channel);
        draft.traceId(Trace.of(request).id(requestId));
        draft.method(operation);
        if (!thing.isEmpty()) {
            draft.object(thing);
        }
        return new AuditedCall<>(draft, work);
    }
}
