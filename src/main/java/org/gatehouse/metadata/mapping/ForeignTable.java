package org.gatehouse.metadata.mapping;

import java.util.List;
import java.util.Optional;

/**
 * A table or view that Gatehouse did not make.
 *
 * @param key the columns of its primary key; none for a view
 * @param references its foreign keys of one column
 */
record ForeignTable(String schema, String name, boolean view, List<ForeignColumn> columns, List<String> key, List<Reference> references) {

    /** A foreign key: the column, and the table and column that it points to. */
    record Reference(String column, String schema, String table, String targetColumn) {}

    Optional<ForeignColumn> column(String columnName) {
        return columns.stream().filter(column -> column.name().equals(columnName)).findFirst();
    }

    Optional<Reference> reference(String columnName) {
        return references.stream().filter(reference -> reference.column().equals(columnName)).findFirst();
    }
}
