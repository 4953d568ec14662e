package org.gatehouse.permission;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaCall.Predicates;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.gatehouse.query.plan.ObjectScan;

/** A filter that anybody could make would be a filter that anybody could make wide. */
@AnalyzeClasses(packages = "org.gatehouse", importOptions = ImportOption.DoNotIncludeTests.class)
class RecordFilterRuleTest {
    @ArchTest
    static final ArchRule onlyPermissionMakesRecordFilters = made(RecordFilter.class, "org.gatehouse.permission");

    @ArchTest
    static final ArchRule onlyPermissionMakesPredicates = made(Predicate.class, "org.gatehouse.permission");

    @ArchTest
    static final ArchRule onlyPermissionMakesEffectiveAccess = made(EffectiveAccess.class, "org.gatehouse.permission");

    @ArchTest
    static final ArchRule onlyThePlannerMakesScans = made(ObjectScan.class, "org.gatehouse.query.plan");

    private static ArchRule made(Class<?> type, String by) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(by)
                .should()
                .callConstructorWhere(Predicates.target(owner(assignableTo(type))));
    }
}
