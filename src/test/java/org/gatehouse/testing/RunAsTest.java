package org.gatehouse.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import java.util.Optional;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.query.TestQueries;
import org.gatehouse.testing.SampleWorld.Product;
import org.gatehouse.tool.SoqlQueryTool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunAsExtension.class)
class RunAsTest {
    @Test
    void eachPersonHasTheirOwnRightsInOneOrganisation(@RunAs("rep.west.1") Person rep, @RunAs("admin") Person admin) {
        assertThat(rep.query("SELECT COUNT() FROM Account").totalSize())
                .isPositive()
                .isLessThan(admin.query("SELECT COUNT() FROM Account").totalSize());
        assertThatThrownBy(() -> rep.query("SELECT AnnualRevenue FROM Account")).isInstanceOf(ProblemException.class);
        assertThat(rep.company()).isSameAs(admin.company());
    }

    @Test
    void aToolRunsAsThePerson(@RunAs(value = "rep.west.1", on = Product.POSTGRESQL) Person rep) {
        var tool = new SoqlQueryTool(TestQueries.service(rep.company().world()));

        var result = rep.call(tool, Json.object().put("query", "SELECT COUNT() FROM Account"));

        assertThat(result.structured().path("totalSize").asLong()).isEqualTo(rep.query("SELECT COUNT() FROM Account").totalSize());
    }

    @Test
    void explainsWhy(@RunAs("rep.west.1") Person rep, @RunAs("admin") Person admin) {
        var forRep = rep.explain("Account", Optional.of("AnnualRevenue"), Optional.empty());
        var forAdmin = admin.explain("Account", Optional.empty(), Optional.empty());

        assertThat(forRep.allowed()).contains("read");
        assertThat(Objects.requireNonNull(forRep.field()).read()).isFalse();
        assertThat(forAdmin.sources().getFirst().grants()).contains("ModifyAllData");
    }
}
