package org.gatehouse.console;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.gatehouse.permission.CriterionOperator;
import org.gatehouse.permission.sharing.SharingSettings.Criterion;
import org.gatehouse.permission.sharing.SharingSettings.Kind;
import org.gatehouse.permission.sharing.SharingSettings.Member;
import org.gatehouse.platform.problem.Violations;
import org.jspecify.annotations.Nullable;

/** Members and criteria as lines of a form: {@code Role WestManager}, {@code Industry equals Energy}. What the names mean is for the settings to judge. */
final class SharingText {
    private SharingText() {}

    /** The names of the kinds of members. */
    static List<String> kinds() {
        return Arrays.stream(Kind.values()).map(Kind::apiName).toList();
    }

    /** The names of the operators. */
    static List<String> operators() {
        return Arrays.stream(CriterionOperator.values()).map(CriterionOperator::apiName).toList();
    }

    static Member member(String place, String line) {
        String[] parts = line.strip().split("\\s+", 2);
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.apiName().equals(parts[0]) && parts.length == 2)
                .findFirst()
                .map(kind -> new Member(kind, parts[1]))
                .orElseThrow(() -> Violations.one("/" + place, "write what it is, one of " + String.join(", ", kinds()) + ", and its name: Role WestManager"));
    }

    static List<Member> members(String place, List<String> lines) {
        return lines.stream().map(line -> member(place, line)).toList();
    }

    static String written(@Nullable Member member) {
        return member == null ? "" : member.kind().apiName() + " " + member.name();
    }

    static String members(List<Member> members) {
        return members.stream().map(SharingText::written).collect(Collectors.joining("\n"));
    }

    static List<Criterion> criteria(List<String> lines) {
        return lines.stream().map(SharingText::criterion).toList();
    }

    private static Criterion criterion(String line) {
        String[] parts = line.split("\\s+", 3);
        if (parts.length < 2) {
            throw Violations.one("/criteria", "write field, operator and value: Industry equals Energy");
        }
        return new Criterion(parts[0], parts[1], parts.length == 3 ? parts[2] : null);
    }

    static String criteriaText(List<Criterion> criteria) {
        return criteria.stream()
                .map(it -> it.field() + " " + it.operator() + (it.value() == null ? "" : " " + it.value()))
                .collect(Collectors.joining("\n"));
    }
}
