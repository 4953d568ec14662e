package org.gatehouse.orders;

import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The deployment of the order service. */
public final class Orders {
    /** Where it is, under the server's URL. */
    public static final String PATH = "/orders-service/api";

    public static final String AUDIENCE = "urn:example:orders";

    /** Its description, as its makers hand it out. */
    public static final String DESCRIPTION = """
            {"openapi": "3.0.3", "info": {"title": "Orders", "version": "1.0"},
             "paths": {
              "/orders": {
               "get": {"operationId": "listOrders", "summary": "My orders", "description": "Lists the orders of the person who asks.",
                "responses": {"200": {"description": "ok", "content": {"application/json": {"schema": {"type": "array", "items": {"$ref": "#/components/schemas/Order"}}}}}}},
               "post": {"operationId": "createOrder", "summary": "Make an order", "description": "Makes an order for the person who asks.",
                "requestBody": {"required": true, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Order"}}}},
                "responses": {"201": {"description": "made", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Order"}}}}}}},
              "/orders/{id}": {
               "get": {"operationId": "getOrder", "summary": "One order", "description": "Reads one order of the person who asks.",
                "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "integer"}}],
                "responses": {"200": {"description": "ok", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Order"}}}}}}}},
             "components": {"schemas": {"Order": {"type": "object", "required": ["id", "owner", "note"],
              "properties": {"id": {"type": "integer", "readOnly": true}, "owner": {"type": "string", "readOnly": true}, "note": {"type": "string"}}}}}}""";

    private Orders() {}

    /** The WAR, which knows nothing of Gatehouse but where its keys are. */
    public static WebArchive deployment() {
        return ShrinkWrap.create(WebArchive.class, "orders-service.war")
                .addClasses(OrdersApplication.class, OrdersEndpoint.class)
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .addAsResource(
                        new StringAsset("""
                                mp.jwt.verify.publickey.location=${gatehouse.public-url}/oauth2/jwks
                                mp.jwt.verify.issuer=${gatehouse.public-url}
                                mp.jwt.verify.audiences=%s
                                """.formatted(AUDIENCE)),
                        "META-INF/microprofile-config.properties");
    }
}
