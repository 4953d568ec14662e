package org.gatehouse.query.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatehouse.permission.Mask;

/** How a row becomes a record: its object's name, its values, its parents. */
public record RecordShape(String object, List<Member> members) {
    public RecordShape {
        members = List.copyOf(members);
    }

    /** The columns that the shape is filled from, in order, each once. */
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        collect(this, columns);
        return columns.stream().distinct().toList();
    }

    private static void collect(RecordShape shape, List<Column> columns) {
        for (Member member : shape.members) {
            switch (member) {
                case Member.Value value -> columns.add(value.column());
                case Member.Parent parent -> collect(parent, columns);
                case Member.OneOf(var name, var parents) -> parents.forEach(parent -> collect(parent, columns));
            }
        }
    }

    private static void collect(Member.Parent parent, List<Column> columns) {
        columns.add(parent.id());
        collect(parent.shape(), columns);
    }

    /** One member of a record. */
    public sealed interface Member {
        /** The member's name: a field's or a relationship's API name. */
        String name();

        /**
         * A value.
         *
         * @param mask what goes over the value before anybody reads it; what is masked is not presented
         */
        record Value(String name, Column column, Optional<Mask> mask, Presentation presentation) implements Member {}

        /**
         * A parent record.
         *
         * @param id the parent's id: null means that there is no parent to see
         */
        record Parent(String name, Column id, RecordShape shape) implements Member {}

        /** The parent record that is there, of those that a reference could point to; their ids are never the same. */
        record OneOf(String name, List<Parent> parents) implements Member {
            public OneOf {
                parents = List.copyOf(parents);
            }
        }
    }
}
