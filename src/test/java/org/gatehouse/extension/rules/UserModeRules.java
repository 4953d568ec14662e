package org.gatehouse.extension.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gatehouse.extension.declared.UserMode;

/**
 * What Gatehouse checks when a deployment contributes tools, as a rule for the developer's own build: classes with tools, prompts or resources, and all of the same archive that they use,
 * reach data through {@code Records} and {@code Queries} only.
 */
public final class UserModeRules {
    private static final List<String> MARKS = List.of("Tool", "Prompt", "Resource", "ResourceTemplate");

    private UserModeRules() {}

    /** The rule. Give it the classes of the deployment: {@code @AnalyzeClasses(packages = "com.example.visits")} and an {@code @ArchTest} field. */
    public static final ArchRule DATA_IS_REACHED_AS_THE_CALLER = classes()
            .that(contribute())
            .should(reachDataAsTheCaller())
            .because("whatever a tool reaches in another way, it reaches past the permissions of the person on whose behalf it runs");

    private static DescribedPredicate<JavaClass> contribute() {
        return DescribedPredicate.describe("contribute tools, prompts or resources", type -> type.getAllMethods().stream()
                .flatMap(method -> method.getAnnotations().stream())
                .map(annotation -> annotation.getRawType())
                .anyMatch(mark -> MARKS.contains(mark.getSimpleName())
                        && (mark.getPackageName().equals("org.gatehouse.extension") || mark.getPackageName().startsWith("org.mcpjava.server."))));
    }

    private static ArchCondition<JavaClass> reachDataAsTheCaller() {
        return new ArchCondition<>("reach data through Records and Queries only") {
            @Override
            public void check(JavaClass contributing, ConditionEvents events) {
                Set<JavaClass> seen = new HashSet<>(Set.of(contributing));
                Deque<JavaClass> open = new ArrayDeque<>(seen);
                while (!open.isEmpty()) {
                    for (Dependency dependency : open.remove().getDirectDependenciesFromSelf()) {
                        JavaClass target = dependency.getTargetClass();
                        if (UserMode.forbids(target.getName())) {
                            events.add(SimpleConditionEvent.violated(contributing, dependency.getDescription()));
                        } else if (archive(target).equals(archive(contributing)) && seen.add(target)) {
                            open.add(target);
                        }
                    }
                }
            }
        };
    }

    /** Where a class comes from, without its own place in there. */
    private static String archive(JavaClass type) {
        return type.getSource().map(source -> source.getUri().toString().replace(type.getName().replace('.', '/') + ".class", "")).orElse("");
    }
}
