package org.gatehouse.console;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gatehouse.permission.Ceiling.ObjectCeiling;
import org.jspecify.annotations.Nullable;

/** What a ceiling leaves of one object, as a form holds it. */
public class CeilingRow implements Serializable {
    private static final long serialVersionUID = 1;
    private static final List<String> VERBS = List.of("read", "create", "edit", "delete");

    private final String name;
    private final String fieldNames;
    private ArrayList<String> may = new ArrayList<>();
    private boolean allFields = true;
    private String fields = "";
    private String criteria = "";
    private boolean any;

    private CeilingRow(String name, List<String> fieldNames) {
        this.name = name;
        this.fieldNames = String.join(", ", fieldNames);
    }

    /** An object of which everything is left. */
    static CeilingRow open(String name, List<String> fieldNames) {
        CeilingRow row = new CeilingRow(name, fieldNames);
        row.may = new ArrayList<>(VERBS);
        return row;
    }

    /** An object as a ceiling has it; null for one that it does not name. */
    static CeilingRow of(String name, List<String> fieldNames, @Nullable ObjectCeiling ceiling) {
        CeilingRow row = new CeilingRow(name, fieldNames);
        if (ceiling != null) {
            boolean[] verbs = {ceiling.read(), ceiling.create(), ceiling.edit(), ceiling.delete()};
            for (int i = 0; i < verbs.length; i++) {
                if (verbs[i]) {
                    row.may.add(VERBS.get(i));
                }
            }
            row.allFields = ceiling.allFields();
            row.fields = CeilingText.fields(ceiling.fields());
            row.criteria = CeilingText.criteria(ceiling.criteria());
            row.any = ceiling.any();
        }
        return row;
    }

    /** What it says; empty for an object that is hidden. */
    Optional<ObjectCeiling> ceiling() {
        List<String> fieldLines = lines(fields);
        List<String> criteriaLines = lines(criteria);
        if (may.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ObjectCeiling(
                may.contains("read"), may.contains("create"), may.contains("edit"), may.contains("delete"), allFields, CeilingText.fields(name, fieldLines),
                CeilingText.criteria(name, criteriaLines), any));
    }

    private static List<String> lines(String text) {
        return Arrays.stream(text.split("\\R")).map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    public String getName() {
        return name;
    }

    public List<String> getVerbs() {
        return VERBS;
    }

    /** What the object's fields are called, to write them down. */
    public String getFieldNames() {
        return fieldNames;
    }

    /** The row in a few words. */
    public String getSummary() {
        if (may.isEmpty()) {
            return "hidden";
        }
        boolean narrowed = !allFields || !fields.isBlank() || !criteria.isBlank();
        return String.join(", ", may) + (narrowed ? "; narrowed" : "");
    }

    public List<String> getMay() {
        return may;
    }

    public void setMay(List<String> may) {
        this.may = new ArrayList<>(may);
    }

    public boolean isAllFields() {
        return allFields;
    }

    public void setAllFields(boolean allFields) {
        this.allFields = allFields;
    }

    public String getFields() {
        return fields;
    }

    public void setFields(@Nullable String fields) {
        this.fields = fields == null ? "" : fields;
    }

    public String getCriteria() {
        return criteria;
    }

    public void setCriteria(@Nullable String criteria) {
        this.criteria = criteria == null ? "" : criteria;
    }

    public boolean isAny() {
        return any;
    }

    public void setAny(boolean any) {
        this.any = any;
    }
}
