package org.gatehouse;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import jakarta.ejb.Stateless;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds true what the code map in {@code org.gatehouse}'s package documentation says. */
@AnalyzeClasses(packages = "org.gatehouse", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** Each feature and the features it may use. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("platform", Set.of()),
            Map.entry("audit", Set.of("platform")),
            Map.entry("identity", Set.of("audit", "platform")),
            Map.entry("metadata", Set.of("audit", "platform")),
            Map.entry("permission", Set.of("metadata", "identity", "audit", "platform")),
            Map.entry("query", Set.of("permission", "metadata", "identity", "platform")),
            Map.entry("record", Set.of("query", "permission", "metadata", "identity", "audit", "platform")),
            Map.entry("oauth", Set.of("permission", "identity", "audit", "platform")),
            Map.entry("catalog", Set.of("oauth", "permission", "identity", "audit", "platform")),
            Map.entry("tool", Set.of("catalog", "record", "query", "permission", "metadata", "identity", "platform")),
            Map.entry("extension", Set.of("catalog", "record", "query", "identity", "platform")),
            Map.entry("mcp", Set.of("catalog", "oauth", "identity", "audit", "platform")),
            Map.entry("setup", Set.of("catalog", "oauth", "permission", "metadata", "identity", "audit", "platform")),
            Map.entry("console", Set.of("setup", "record", "catalog", "oauth", "permission", "metadata", "identity", "audit", "platform")),
            Map.entry("api", Set.of("setup", "record", "catalog", "oauth", "permission", "metadata", "identity", "audit", "platform")),
            Map.entry("demo", Set.of("permission", "platform")));

    @ArchTest
    static final ArchRule packagesUseOnlyWhatTheMapAllows = mapRule();

    @ArchTest
    static final ArchRule everyPackageIsOnTheMap = classes()
            .should()
            .resideInAnyPackage(withRoot(MAY_USE.keySet().stream().map(ArchitectureTest::pattern).toList()))
            .because("a package that the map does not name has no rules");

    @ArchTest
    static final ArchRule onlyTheDatabasePackageTouchesTheDataSource = noClasses()
            .that()
            .resideOutsideOfPackage("org.gatehouse.platform.database..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("javax.sql"))
            .because("one class hands out connections, so that identity and time limits are set in one place");

    @ArchTest
    static final ArchRule everyMethodOfASessionBeanThatOthersCallIsPublic = methods()
            .that(areForOthers())
            .should()
            .bePublic()
            .because("the container serves public methods only, and refuses others when they are called");

    private static DescribedPredicate<JavaMethod> areForOthers() {
        return DescribedPredicate.describe("are declared in a session bean and called from another class", method -> method.getOwner().isAnnotatedWith(Stateless.class)
                && !method.getModifiers().contains(JavaModifier.STATIC)
                && method.getCallsOfSelf().stream().anyMatch(call -> !call.getOriginOwner().equals(method.getOwner())));
    }

    private static ArchRule mapRule() {
        List<ArchRule> rules = new ArrayList<>();
        MAY_USE.forEach((feature, allowed) -> {
            DescribedPredicate<JavaClass> forbidden = resideInAnyPackage(MAY_USE.keySet().stream()
                            .filter(other -> !other.equals(feature) && !allowed.contains(other))
                            .map(ArchitectureTest::pattern)
                            .toArray(String[]::new))
                    .as("features that " + feature + " may not use");
            rules.add(noClasses().that().resideInAPackage(pattern(feature)).should().dependOnClassesThat(forbidden).allowEmptyShould(true));
        });
        return CompositeArchRule.of(rules);
    }

    private static String[] withRoot(List<String> patterns) {
        List<String> all = new ArrayList<>(patterns);
        all.add("org.gatehouse");
        return all.toArray(String[]::new);
    }

    private static String pattern(String feature) {
        return "org.gatehouse." + feature + "..";
    }
}
