package org.gatehouse.query.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.permission.EffectiveAccess;
import org.gatehouse.platform.problem.Problem.QueryError;
import org.gatehouse.query.syntax.Literal;
import org.gatehouse.query.syntax.Name;
import org.gatehouse.query.syntax.Operator;
import org.gatehouse.query.syntax.Path;
import org.gatehouse.query.syntax.SyntaxProblems;

/** Plans USING SCOPE, which narrows a query like a further condition. */
final class Scopes {
    private final Binder binder;
    private final EffectiveAccess access;

    Scopes(Binder binder, EffectiveAccess access) {
        this.binder = binder;
        this.access = access;
    }

    /** The condition within the scope; empty where nothing is left out. */
    Optional<CallerFilter> narrow(Name scope, Optional<CallerFilter> where) {
        return switch (scope.text().toLowerCase(Locale.ROOT)) {
            case "everything" -> where;
            case "mine" -> {
                CallerFilter mine = mine(scope);
                yield Optional.of(where.<CallerFilter>map(written -> new CallerFilter.And(List.of(written, mine))).orElse(mine));
            }
            default -> throw SyntaxProblems.at(scope.position(), QueryError.MALFORMED_QUERY,
                    "USING SCOPE takes mine, for the records that you own, or everything, which is all that you may see.");
        };
    }

    private CallerFilter mine(Name scope) {
        FieldDefinition owner = binder.root().object().ownerField().orElseThrow(() -> SyntaxProblems.at(
                scope.position(), QueryError.MALFORMED_QUERY, "records of " + binder.root().object().apiName() + " have no owner."));
        Column column = binder.column(new Path(List.of(new Name(owner.apiName(), scope.position()))));
        return new CallerFilter.Compare(column, Operator.EQUAL, new Literal.Text(access.userId(), access.userId(), scope.position()), false);
    }
}
