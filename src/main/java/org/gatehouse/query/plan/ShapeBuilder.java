package org.gatehouse.query.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatehouse.query.syntax.Name;
import org.gatehouse.query.syntax.Path;

/** Builds the {@link RecordShape} of a list of selected paths. A path that is selected twice is in the record once. */
final class ShapeBuilder {
    private final Binder binder;

    ShapeBuilder(Binder binder) {
        this.binder = binder;
    }

    RecordShape shape(List<Path> paths) {
        Node root = new Node(binder.root());
        for (Path path : paths) {
            Node node = root;
            for (Name relationship : path.relationships()) {
                node = node.parent(binder.join(node.scan, relationship));
            }
            Binder.Selected selected = binder.selected(path);
            node.values.putIfAbsent(selected.column().field().apiName(), selected);
        }
        return root.shape();
    }

    private static final class Node {
        private final ObjectScan scan;
        private final Map<String, Binder.Selected> values = new LinkedHashMap<>();
        private final Map<String, Node> parents = new LinkedHashMap<>();

        Node(ObjectScan scan) {
            this.scan = scan;
        }

        Node parent(ParentJoin join) {
            String name = Objects.requireNonNull(join.reference().field().relationshipName());
            return parents.computeIfAbsent(name, absent -> new Node(join.parent()));
        }

        RecordShape shape() {
            List<RecordShape.Member> members = new ArrayList<>();
            values.forEach((name, selected) -> members.add(new RecordShape.Member.Value(name, selected.column(), selected.mask())));
            parents.forEach((name, node) -> members.add(new RecordShape.Member.Parent(
                    name, new Column(node.scan.number(), node.scan.object().idField()), node.shape())));
            return new RecordShape(scan.object().apiName(), members);
        }
    }
}
