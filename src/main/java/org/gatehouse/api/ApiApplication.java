package org.gatehouse.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;

/** The JAX-RS application of the automation interface. */
@ApplicationPath("/api/v1")
@OpenAPIDefinition(
        info = @Info(
                title = "Gatehouse automation",
                version = "1",
                description = "Servers, imported services, clients, app policies, network access, connections and their end, sharing, objects, validation rules,"
                        + " permission sets, people, ceilings, limits, alerts, the event log, and all of it as one document. Send a bearer token with the scope api"
                        + " whose audience is this interface."))
public class ApiApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                ApiAuthorization.class, ApiJson.class, ApiProblems.class, ClientsEndpoint.class, ConnectionsEndpoint.class,
                RevocationsEndpoint.class, NetworkEndpoint.class, SignInEndpoint.class, SigningKeysEndpoint.class, ProvidersEndpoint.class,
                SharingEndpoint.class, ObjectsEndpoint.class, ObjectTablesEndpoint.class, ValidationRulesEndpoint.class,
                PermissionSetsEndpoint.class, PermissionSetGroupsEndpoint.class, UsersEndpoint.class, UserEndpoint.class, AccessEndpoint.class,
                DoctorEndpoint.class, CeilingsEndpoint.class,
                EventLogFilesEndpoint.class, EventsEndpoint.class, ServersEndpoint.class, CustomServersEndpoint.class, LimitsEndpoint.class, AlertsEndpoint.class,
                ToolsEndpoint.class, ImportedServicesEndpoint.class, SetupEndpoint.class);
    }
}
