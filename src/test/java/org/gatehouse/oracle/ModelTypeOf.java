package org.gatehouse.oracle;

import java.util.List;
import java.util.stream.Collectors;

/**
 * TYPEOF: fields of the record that a reference points to, whichever object it is of.
 *
 * @param otherwise what is selected of objects that no branch names
 */
record ModelTypeOf(String relationship, List<Branch> branches, List<ModelPath> otherwise) {
    ModelTypeOf {
        branches = List.copyOf(branches);
        otherwise = List.copyOf(otherwise);
    }

    String text() {
        return "TYPEOF " + relationship
                + branches.stream().map(branch -> " WHEN " + branch.object() + " THEN " + list(branch.paths())).collect(Collectors.joining())
                + (otherwise.isEmpty() ? "" : " ELSE " + list(otherwise)) + " END";
    }

    private static String list(List<ModelPath> paths) {
        return paths.stream().map(ModelPath::text).collect(Collectors.joining(", "));
    }

    /** What is selected of one object. */
    record Branch(String object, List<ModelPath> paths) {
        Branch {
            paths = List.copyOf(paths);
        }
    }
}
