package org.gatehouse.metadata.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.metadata.FieldType;
import org.gatehouse.metadata.KeyType;
import org.gatehouse.metadata.ObjectCatalog;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.metadata.OrgWideDefault;
import org.gatehouse.metadata.WriteMode;
import org.gatehouse.metadata.design.ApiNames;
import org.gatehouse.metadata.design.FieldSettings;
import org.gatehouse.metadata.design.ObjectSettings;
import org.gatehouse.metadata.mapping.Proposal.LeftOut;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.platform.problem.Violations;
import org.jspecify.annotations.Nullable;

/** Proposes an object for a table: closed (private, read-only) until the administrator opens it. */
final class Proposals {
    private static final List<String> NAMES = List.of("name", "title", "label", "subject", "code", "number", "no", "description");

    private final ObjectCatalog catalog;
    private final ForeignTable table;
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final Set<String> taken = new HashSet<>(Set.of("id"));

    Proposals(ObjectCatalog catalog, ForeignTable table) {
        this.catalog = catalog;
        this.table = table;
    }

    Proposal propose() {
        List<FieldSettings> fields = new ArrayList<>();
        for (ForeignColumn column : table.columns()) {
            if (!table.key().equals(List.of(column.name())) || column.kind() == ForeignColumn.Kind.TEXT) {
                field(column).ifPresent(fields::add);
            }
        }
        String name = unusedName(camel(table.name()));
        return new Proposal(
                new ObjectSettings(
                        name, words(table.name()), null, null, false, table.schema() + "." + table.name(), key(), nameField(fields), null, false,
                        null, OrgWideDefault.PRIVATE.apiName(), false, null, WriteMode.READ_ONLY.apiName(), true, null, null, fields, null, null),
                leftOut);
    }

    /** The one key column; null for a view, whose key only the administrator knows. */
    private @Nullable String key() {
        if (table.key().size() > 1) {
            throw Violations.one("/keyColumn", MappedObjects.COMPOSITE);
        }
        if (table.key().isEmpty()) {
            return null;
        }
        return table.key().getFirst();
    }

    private Optional<FieldSettings> field(ForeignColumn column) {
        ObjectDefinition target = target(column);
        if (target != null) {
            String stem = camel(column.name());
            String name = free(stem.endsWith("Id") && stem.length() > 2 ? stem : stem + "Id");
            return Optional.of(settings(name, column, FieldType.LOOKUP, target.apiName()));
        }
        if (column.fieldType().isEmpty()) {
            leftOut.add(new LeftOut(column.name(), column.kind() == ForeignColumn.Kind.UUID
                    ? "a uuid that points to no mapped object; map the table it points to first"
                    : "Gatehouse has no field for the type " + column.type()));
            return Optional.empty();
        }
        return Optional.of(settings(free(camel(column.name())), column, column.fieldType().get(), null));
    }

    /** The mapped object that a foreign key leads to, if its key is what the object's ids are. */
    private @Nullable ObjectDefinition target(ForeignColumn column) {
        KeyType keyType = column.keyType().orElse(null);
        return table.reference(column.name())
                .flatMap(reference -> catalog.objects().stream()
                        .filter(object -> object.header().schema().equals(reference.schema()))
                        .filter(object -> object.header().table().equals(reference.table()))
                        .filter(object -> object.idField().column().equals(reference.targetColumn()))
                        .filter(object -> object.idField().traits().keyType() == keyType)
                        .findFirst())
                .orElse(null);
    }

    private static FieldSettings settings(String name, ForeignColumn column, FieldType type, @Nullable String target) {
        boolean number = type == FieldType.NUMBER;
        boolean text = type == FieldType.TEXT || type == FieldType.LONG_TEXT;
        return new FieldSettings(
                name, words(column.name()), type.apiName(), text && column.length() > 0 ? Math.min(column.length(), 131_072) : null,
                number ? Math.clamp(column.digits() == 0 ? 18 : column.digits(), 1, 18) : null, number ? Math.min(column.scale(), 18) : null,
                !column.optional() && type != FieldType.BOOLEAN, false, false, false, false, false, target == null ? null : List.of(target), null, null,
                null, null, null, null, null, null, column.name(), null, null);
    }

    private static String nameField(List<FieldSettings> fields) {
        List<FieldSettings> texts = fields.stream().filter(field -> field.type().equals(FieldType.TEXT.apiName())).toList();
        for (String word : NAMES) {
            for (FieldSettings field : texts) {
                if (field.name().toLowerCase(Locale.ROOT).endsWith(word)) {
                    return field.name();
                }
            }
        }
        return texts.isEmpty() ? "Id" : texts.getFirst().name();
    }

    private String unusedName(String name) {
        return catalog.find(name).isEmpty() && valid(name) ? name : name + "Record";
    }

    private String free(String name) {
        String stem = valid(name) ? name : name + "Value";
        String free = stem;
        for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
            free = stem + i;
        }
        return free;
    }

    private static boolean valid(String name) {
        Violations violations = new Violations();
        ApiNames.check(name, "", violations);
        try {
            violations.refuse();
            return true;
        } catch (ProblemException e) {
            return false;
        }
    }

    /** {@code inv_dt} becomes {@code InvDt}. */
    private static String camel(String columnName) {
        StringBuilder camel = new StringBuilder();
        for (String part : columnName.split("[^A-Za-z0-9]+", -1)) {
            if (!part.isEmpty()) {
                camel.append(part.substring(0, 1).toUpperCase(Locale.ROOT)).append(part.substring(1));
            }
        }
        String name = camel.isEmpty() || !Character.isLetter(camel.charAt(0)) ? "F" + camel : camel.toString();
        return name.substring(0, Math.min(name.length(), 30));
    }

    private static String words(String columnName) {
        String words = columnName.replace('_', ' ').strip();
        String label = words.isEmpty() ? columnName : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        return label.substring(0, Math.min(label.length(), 80));
    }
}
