package org.gatehouse.query.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.permission.EffectiveAccess;
import org.gatehouse.platform.problem.Problem.QueryError;
import org.gatehouse.query.plan.RecordShape.Member;
import org.gatehouse.query.plan.ShapeBuilder.Pick;
import org.gatehouse.query.syntax.Item;
import org.gatehouse.query.syntax.Name;
import org.gatehouse.query.syntax.Path;
import org.gatehouse.query.syntax.SyntaxProblems;

/**
 * Plans TYPEOF: a join to the records of each object that the reference may point to, each with its own filter. A record that the person may not see,
 * and one of an object that they may not read, are both null.
 */
final class TypesOf {
    private final Binder binder;
    private final EffectiveAccess access;

    TypesOf(Binder binder, EffectiveAccess access) {
        this.binder = binder;
        this.access = access;
    }

    Member plan(Item.TypeOf item) {
        FieldDefinition reference = binder.reference(binder.root(), item.relationship());
        List<Member.Parent> parents = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (Item.Branch branch : item.branches()) {
            ObjectDefinition target = Binder.object(access, branch.object());
            if (!reference.referenceTo().contains(target.apiName())) {
                throw SyntaxProblems.at(branch.object().position(), QueryError.INVALID_TYPE,
                        "the relationship '" + item.relationship().text() + "' does not point to " + target.apiName() + ".");
            }
            if (!named.add(target.apiName())) {
                throw SyntaxProblems.at(branch.object().position(), QueryError.MALFORMED_QUERY, target.apiName() + " is there twice.");
            }
            parents.add(parent(reference, target, branch.paths(), item.relationship()));
        }
        if (!item.otherwise().isEmpty()) {
            reference.referenceTo().stream()
                    .filter(target -> !named.contains(target))
                    .flatMap(target -> access.readableObject(target).stream())
                    .forEach(target -> parents.add(parent(reference, target, item.otherwise(), item.relationship())));
        }
        return new Member.OneOf(Objects.requireNonNull(reference.relationshipName()), parents);
    }

    private Member.Parent parent(FieldDefinition reference, ObjectDefinition target, List<Path> paths, Name relationship) {
        Binder.requirePrefix(target, relationship);
        ObjectScan scan = binder.join(binder.root(), reference, target, relationship).parent();
        return new Member.Parent(
                relationship.text(), new Column(scan.number(), target.idField()),
                new ShapeBuilder(binder).shape(scan, paths.stream().map(Pick::plain).toList(), List.of()));
    }
}
