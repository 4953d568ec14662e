package org.gatehouse.extension.declared;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.rough.RoughTools;
import com.example.visits.VisitTools;
import org.gatehouse.extension.declared.Declarations.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the class file of a contributing class may refer to. */
class UserModeTest {
    @ParameterizedTest
    @CsvSource({
        "com.example.rough.SqlTools, com.example.rough.SqlTools, java.sql.Connection",
        "com.example.rough.RemoteTools, com.example.rough.SqlTools, java.sql.Connection",
        "com.example.rough.InsideTools, com.example.rough.InsideTools, org.gatehouse.query.QueryService",
        "com.example.rough.ReflectingTools, com.example.rough.ReflectingTools, javax.naming.InitialContext"
    })
    void q21AToolThatReachesDataInAnotherWayIsRefusedAtDeployment(Class<?> bad, String className, String type) {
        Declarations declared = Declarations.of(bad);

        assertThat(declared.contributed()).isEmpty();
        assertThat(declared.refusals()).allSatisfy(refusal -> assertThat(refusal.what()).isEqualTo(bad.getName()));
        assertThat(declared.refusals()).extracting(Refusal::why).anySatisfy(why -> assertThat(why).startsWith(className + " refers to " + type + ","));
    }

    @Test
    void aClassThatKeepsToRecordsAndQueriesIsTaken() {
        assertThat(UserMode.findings(VisitTools.class)).isEmpty();
        assertThat(UserMode.findings(RoughTools.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "javax.sql.DataSource", "jakarta.persistence.EntityManager", "javax.naming.Context", "org.jooq.DSLContext", "org.gatehouse.platform.database.Database",
        "org.gatehouse.extension.running.CallDesk", "org.gatehouse.identity.Caller"
    })
    void otherWaysToDataAreForbidden(String type) {
        assertThat(UserMode.forbids(type)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.gatehouse.extension.Records", "org.gatehouse.extension.Tool$Annotations", "java.util.List", "java.sqlite.Other", "com.example.visits.VisitTools"})
    void everythingElseIsNot(String type) {
        assertThat(UserMode.forbids(type)).isFalse();
    }
}
