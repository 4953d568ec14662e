package org.gatehouse.query.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.platform.problem.Problem.QueryError;
import org.gatehouse.query.syntax.Name;
import org.gatehouse.query.syntax.Path;
import org.gatehouse.query.syntax.Position;
import org.gatehouse.query.syntax.SyntaxProblems;

/** Builds the {@link RecordShape} of what is selected. A path that is selected twice is in the record once. */
final class ShapeBuilder {
    private final Binder binder;

    ShapeBuilder(Binder binder) {
        this.binder = binder;
    }

    /** @param from the scan that the paths begin at */
    RecordShape shape(ObjectScan from, List<Pick> picks, List<RecordShape.Member> more) {
        Node root = new Node(from);
        for (Pick pick : picks) {
            Node node = root;
            for (Name relationship : pick.path().relationships()) {
                node = node.parent(binder.join(node.scan, relationship));
            }
            Binder.Selected selected = binder.selected(from, pick.path());
            Presentation presentation = pick.presentation().apply(selected.column().field());
            String name = pick.alias().map(Name::text).orElse(selected.column().field().apiName());
            (pick.alias().isPresent() ? root : node)
                    .add(new RecordShape.Member.Value(name, selected.column(), selected.mask(), presentation), pick.path().field().position());
        }
        return root.shape(more);
    }

    /**
     * One selected field.
     *
     * @param alias another name, under which it stands in the record itself, wherever it came from
     * @param presentation how its values are written
     */
    record Pick(Path path, Optional<Name> alias, Function<FieldDefinition, Presentation> presentation) {
        static Pick plain(Path path) {
            return new Pick(path, Optional.empty(), field -> new Presentation.Plain());
        }
    }

    private static final class Node {
        private final ObjectScan scan;
        private final Map<String, RecordShape.Member.Value> values = new LinkedHashMap<>();
        private final Map<String, Node> parents = new LinkedHashMap<>();

        Node(ObjectScan scan) {
            this.scan = scan;
        }

        void add(RecordShape.Member.Value value, Position position) {
            RecordShape.Member.Value same = values.putIfAbsent(value.name().toLowerCase(Locale.ROOT), value);
            if (same != null && !same.equals(value)) {
                throw SyntaxProblems.at(position, QueryError.MALFORMED_QUERY,
                        "duplicate alias: " + value.name() + ". Give one of them another name.");
            }
        }

        Node parent(ParentJoin join) {
            String name = Objects.requireNonNull(join.reference().field().relationshipName());
            return parents.computeIfAbsent(name, absent -> new Node(join.parent()));
        }

        RecordShape shape(List<RecordShape.Member> more) {
            List<RecordShape.Member> members = new ArrayList<>(values.values());
            parents.forEach((name, node) -> members.add(node.asParent(name)));
            members.addAll(more);
            return new RecordShape(scan.object().apiName(), members);
        }

        private RecordShape.Member.Parent asParent(String name) {
            return new RecordShape.Member.Parent(name, new Column(scan.number(), scan.object().idField()), shape(List.of()));
        }
    }
}
