package org.gatehouse.catalog.openapi;

/** OpenAPI descriptions for tests, in JSON with single quotes. */
public final class Descriptions {
    private Descriptions() {}

    /** An order service with one operation of each kind. */
    public static String orders() {
        return json("""
                {'openapi': '3.0.3', 'info': {'title': 'Orders', 'version': '1.2'}, 'servers': [{'url': 'https://orders.example/api'}],
                 'paths': {
                  '/orders': {
                   'get': {'operationId': 'listOrders', 'summary': 'Lists orders', 'description': 'Lists the orders that the caller may see.',
                    'parameters': [{'name': 'state', 'in': 'query', 'schema': {'type': 'array', 'items': {'type': 'string'}}},
                                   {'name': 'limit', 'in': 'query', 'schema': {'type': 'integer', 'maximum': 50}}],
                    'responses': {'200': {'description': 'ok', 'content': {'application/json': {'schema': {'type': 'array', 'items': {'$ref': '#/components/schemas/Order'}}}}}}},
                   'post': {'operationId': 'createOrder', 'summary': 'Creates an order', 'description': 'Creates an order for the caller.',
                    'requestBody': {'required': true, 'content': {'application/json': {'schema': {'$ref': '#/components/schemas/Order'}}}},
                    'responses': {'201': {'description': 'made', 'content': {'application/json': {'schema': {'$ref': '#/components/schemas/Order'}}}}}}},
                  '/orders/{id}': {
                   'parameters': [{'name': 'id', 'in': 'path', 'required': true, 'schema': {'type': 'string'}}],
                   'get': {'operationId': 'getOrder', 'summary': 'One order', 'description': 'Reads one order by its id.',
                    'parameters': [{'name': 'If-None-Match', 'in': 'header', 'schema': {'type': 'string'}}],
                    'responses': {'200': {'description': 'ok', 'content': {'application/json': {'schema': {'$ref': '#/components/schemas/Order'}}}}}},
                   'put': {'operationId': 'replaceOrder', 'summary': 'Replaces an order', 'description': 'Replaces an order with another.',
                    'requestBody': {'content': {'application/json': {'schema': {'$ref': '#/components/schemas/Order'}}}}, 'responses': {'204': {'description': 'done'}}},
                   'delete': {'operationId': 'cancelOrder', 'summary': 'Cancels an order', 'description': 'Cancels an order for good.', 'responses': {'204': {'description': 'done'}}}}},
                 'components': {'schemas': {'Order': {'type': 'object', 'required': ['id', 'note'],
                   'properties': {'id': {'type': 'string', 'readOnly': true}, 'note': {'type': 'string', 'nullable': true}}}}}}""");
    }

    /** A description with one operation, {@code GET /things}. */
    public static String with(String operation) {
        return of("{'/things': {'get': " + operation + "}}", "{}");
    }

    /** A description of these paths and schemas. */
    public static String of(String paths, String schemas) {
        return json("{'openapi': '3.1.0', 'info': {'title': 'Things', 'version': '1'}, 'paths': " + paths + ", 'components': {'schemas': " + schemas + "}}");
    }

    /** JSON of a text with single quotes. */
    public static String json(String text) {
        return text.replace('\'', '"');
    }
}
