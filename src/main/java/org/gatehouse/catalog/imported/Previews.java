package org.gatehouse.catalog.imported;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatehouse.catalog.custom.Differences;
import org.gatehouse.catalog.imported.ServicePreview.Change;
import org.gatehouse.catalog.imported.ServicePreview.PreviewedOperation;
import org.gatehouse.catalog.openapi.DescribedOperation;
import org.gatehouse.catalog.openapi.Description;
import org.gatehouse.catalog.openapi.Operation;
import org.gatehouse.platform.json.Json;
import org.jspecify.annotations.Nullable;

/** Compares a description with the present import of a service. */
final class Previews {
    private final Optional<Description> present;
    private final Set<String> offered;

    Previews(Optional<StoredService> service) {
        this.present = service.flatMap(stored -> Description.readable(stored.description()));
        this.offered = service.stream().flatMap(stored -> stored.operations().stream()).map(OfferedOperation::key).collect(Collectors.toSet());
    }

    ServicePreview of(Description description) {
        List<PreviewedOperation> operations = new ArrayList<>();
        description.operations().forEach(operation -> operations.add(previewed(operation)));
        present.ifPresent(before -> before.operations().stream()
                .filter(operation -> description.find(operation.key()).isEmpty())
                .forEach(operation -> operations.add(previewed(operation, Change.GONE, null))));
        return new ServicePreview(description.title(), description.version(), description.server().orElse(null), operations);
    }

    private PreviewedOperation previewed(DescribedOperation now) {
        Optional<DescribedOperation> before = present.flatMap(description -> description.find(now.key()));
        if (before.isEmpty()) {
            return previewed(now, Change.NEW, null);
        }
        JsonNode differences = Differences.between(text(before.get()), text(now));
        return differences.isEmpty() ? previewed(now, Change.SAME, null) : previewed(now, Change.CHANGED, differences);
    }

    private static String text(DescribedOperation operation) {
        return Json.text(operation.operation().map(Json::tree).orElse(Json.object()));
    }

    private PreviewedOperation previewed(DescribedOperation described, Change change, @Nullable JsonNode differences) {
        Operation operation = described.usable();
        return operation == null
                ? new PreviewedOperation(
                        described.key(), null, null, null, null, change, offered.contains(described.key()), differences, described.problems(), described.warnings())
                : new PreviewedOperation(
                        described.key(), operation.name(), operation.title(), operation.description(), operation.method().tier(), change,
                        offered.contains(described.key()), differences, described.problems(), described.warnings());
    }
}
