package org.gatehouse.orders;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;

/** The service's application; MicroProfile JWT checks the tokens against Gatehouse's published keys. */
@ApplicationPath("/api")
@LoginConfig(authMethod = "MP-JWT")
public class OrdersApplication extends Application {}
