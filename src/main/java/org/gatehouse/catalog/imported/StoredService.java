package org.gatehouse.catalog.imported;

import java.util.List;

/**
 * A row of an imported service.
 *
 * @param description the text of the OpenAPI description
 */
record StoredService(
        String name, String baseUrl, String audience, String description, List<OfferedOperation> operations, int version, String changedAt, String changedBy) {
    StoredService {
        operations = List.copyOf(operations);
    }
}
