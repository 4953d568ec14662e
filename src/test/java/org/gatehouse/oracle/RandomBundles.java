package org.gatehouse.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatehouse.oracle.Organisation.Bundle;
import org.gatehouse.oracle.Organisation.FieldKey;
import org.gatehouse.oracle.Organisation.FieldRights;
import org.gatehouse.oracle.Organisation.ObjectRights;

/** Makes profiles and permission sets. What needs another right comes with it, as the administration asks for. */
final class RandomBundles {
    private final Dice dice;

    RandomBundles(Dice dice) {
        this.dice = dice;
    }

    List<Bundle> bundles(List<ModelObject> objects) {
        List<Bundle> bundles = new ArrayList<>();
        int profiles = dice.between(1, 3);
        int sets = dice.between(1, 3);
        for (int i = 0; i < profiles + sets; i++) {
            bundles.add(bundle("0PS%015d".formatted(i), i < profiles ? "00e%015d".formatted(i) : null, objects, i < profiles ? 75 : 30));
        }
        return bundles;
    }

    private Bundle bundle(String id, @org.jspecify.annotations.Nullable String profile, List<ModelObject> objects, int readable) {
        Set<String> system = new HashSet<>(Set.of("ApiEnabled"));
        if (dice.chance(5)) {
            system.add("ViewAllData");
        }
        if (dice.chance(3)) {
            system.add("ModifyAllData");
        }
        Map<String, ObjectRights> rights = new HashMap<>();
        Map<FieldKey, FieldRights> fields = new HashMap<>();
        for (ModelObject object : objects) {
            if (dice.chance(readable)) {
                rights.put(object.name(), rights());
            }
            for (ModelField field : object.fields()) {
                if (!field.alwaysReadable() && dice.chance(65)) {
                    fields.put(new FieldKey(object.name(), field.name()), new FieldRights(dice.chance(85), dice.chance(40)));
                }
            }
        }
        return new Bundle(id, profile, system, rights, fields);
    }

    private ObjectRights rights() {
        boolean modifyAll = dice.chance(5);
        boolean delete = modifyAll || dice.chance(35);
        boolean edit = delete || dice.chance(50);
        return new ObjectRights(true, dice.chance(60), edit, delete, modifyAll || dice.chance(8), modifyAll, dice.chance(10));
    }
}
