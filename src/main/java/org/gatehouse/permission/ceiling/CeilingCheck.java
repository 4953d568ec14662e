package org.gatehouse.permission.ceiling;

import java.util.List;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.FieldType;
import org.gatehouse.metadata.ObjectCatalog;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.permission.Ceiling;
import org.gatehouse.permission.Ceiling.FieldCeiling;
import org.gatehouse.permission.Ceiling.MaskKind;
import org.gatehouse.permission.Ceiling.ObjectCeiling;
import org.gatehouse.permission.Criteria;
import org.gatehouse.permission.Permissions;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;

/** Refuses ceilings that would hide more than their author sees in them: names that nobody has, criteria that mean nothing. */
final class CeilingCheck {
    private final ObjectCatalog catalog;

    CeilingCheck(ObjectCatalog catalog) {
        this.catalog = catalog;
    }

    void check(Ceiling ceiling) {
        ceiling.objects().forEach(this::check);
    }

    private void check(String name, ObjectCeiling ceiling) {
        String location = "/ceiling/objects/" + name;
        // By the very name: a ceiling is looked up by it.
        ObjectDefinition object = catalog.find(name)
                .filter(found -> found.apiName().equals(name))
                .orElseThrow(() -> invalid(location, "there is no object '" + name + "'; upper and lower case count"));
        if (!ceiling.read() && (ceiling.create() || ceiling.edit() || ceiling.delete())) {
            throw invalid(location, "create, edit and delete need read");
        }
        if (!ceiling.criteria().isEmpty() && new Criteria(ceiling.criteria(), ceiling.any()).on(object, Permissions.nobody()).isEmpty()) {
            throw invalid(location + "/criteria", "field, operator and value of a criterion do not fit together");
        }
        ceiling.fields().forEach((field, own) -> check(object, field, own, location + "/fields/" + field));
    }

    private static void check(ObjectDefinition object, String name, FieldCeiling ceiling, String location) {
        FieldDefinition field = object.field(name)
                .filter(found -> found.apiName().equals(name))
                .orElseThrow(() -> invalid(location, object.apiName() + " has no field '" + name + "'; upper and lower case count"));
        Ceiling.MaskRule mask = ceiling.mask();
        if (mask == null) {
            return;
        }
        if (field.isId()) {
            throw invalid(location + "/mask", "ids cannot be masked; hide the field instead");
        }
        if (mask.kind() != MaskKind.NOTHING && !text(field.type())) {
            throw invalid(location + "/mask", "only text is masked by characters; a number, date or checkbox takes the mask NOTHING");
        }
        boolean ends = mask.kind() == MaskKind.ENDS;
        if (mask.first() < 0 || mask.last() < 0 || mask.first() > 20 || mask.last() > 20 || (ends == (mask.first() + mask.last() == 0))) {
            throw invalid(location + "/mask", "the mask ENDS keeps 1 to 20 characters at either end; the others keep none");
        }
    }

    private static boolean text(FieldType type) {
        return switch (type) {
            case TEXT, LONG_TEXT, PICKLIST, MULTI_PICKLIST, EMAIL, PHONE, URL, AUTO_NUMBER -> true;
            case ID, LOOKUP, MASTER_DETAIL, NUMBER, CURRENCY, PERCENT, BOOLEAN, DATE, DATETIME -> false;
        };
    }

    private static ProblemException invalid(String location, String message) {
        return new ProblemException(
                new Problem.InvalidArguments("The ceiling cannot be saved.", List.of(new Problem.Violation(location, message))));
    }
}
