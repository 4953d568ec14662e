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
            List<Binder.Selected> selected = binder.selected(from, pick.path());
            List<Node> nodes = List.of(root);
            for (Name relationship : pick.path().relationships()) {
                nodes = nodes.stream().flatMap(node -> node.parents(relationship).stream()).toList();
            }
            pick.alias().filter(alias -> selected.size() > 1).ifPresent(alias -> {
                throw SyntaxProblems.at(alias.position(), QueryError.MALFORMED_QUERY,
                        "a field of several objects takes no other name: " + pick.path() + ".");
            });
            for (int i = 0; i < nodes.size(); i++) {
                (pick.alias().isPresent() ? root : nodes.get(i)).add(value(pick, selected.get(i)), pick.path().field().position());
            }
        }
        more.forEach(root::refuseTwice);
        return root.shape(more);
    }

    private static RecordShape.Member.Value value(Pick pick, Binder.Selected selected) {
        return new RecordShape.Member.Value(
                pick.alias().map(Name::text).orElse(selected.name()), selected.column(), selected.mask(),
                pick.presentation().apply(selected.column().field()));
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

    private final class Node {
        private final ObjectScan scan;
        private final Map<String, RecordShape.Member.Value> values = new LinkedHashMap<>();
        private final Map<String, List<Node>> parents = new LinkedHashMap<>();

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

        /** TYPEOF answers under the name of its relationship, where paths over the same one would stand too. */
        void refuseTwice(RecordShape.Member member) {
            if (parents.containsKey(member.name())) {
                throw SyntaxProblems.at(new Position(1, 1), QueryError.MALFORMED_QUERY,
                        "'" + member.name() + "' stands in TYPEOF; select its fields there and not by paths as well.");
            }
        }

        /** A node for each object that the relationship may point to. */
        List<Node> parents(Name relationship) {
            String name = Objects.requireNonNull(binder.reference(scan, relationship).relationshipName());
            return parents.computeIfAbsent(name, absent -> binder.parents(scan, relationship).stream().map(Node::new).toList());
        }

        RecordShape shape(List<RecordShape.Member> more) {
            List<RecordShape.Member> members = new ArrayList<>(values.values());
            parents.forEach((name, nodes) -> members.add(
                    nodes.size() == 1 ? nodes.getFirst().asParent(name) : new RecordShape.Member.OneOf(name, asParents(name, nodes))));
            members.addAll(more);
            return new RecordShape(scan.object().apiName(), members);
        }

        private static List<RecordShape.Member.Parent> asParents(String name, List<Node> nodes) {
            return nodes.stream().map(node -> node.asParent(name)).toList();
        }

        private RecordShape.Member.Parent asParent(String name) {
            return new RecordShape.Member.Parent(name, new Column(scan.number(), scan.object().idField()), shape(List.of()));
        }
    }
}
