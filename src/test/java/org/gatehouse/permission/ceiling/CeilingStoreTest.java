package org.gatehouse.permission.ceiling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.gatehouse.metadata.ObjectCatalogs;
import org.gatehouse.permission.Ceiling;
import org.gatehouse.permission.EffectiveAccess;
import org.gatehouse.permission.ceiling.CeilingSubject.Kind;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.testing.SampleWorld;
import org.gatehouse.testing.SampleWorld.Product;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Ceilings as administrators write them, and what they do to an agent. */
class CeilingStoreTest {
    private static final CeilingSubject INSPECTOR = new CeilingSubject(Kind.CLIENT, "inspector");
    private static final CeilingSubject READS = new CeilingSubject(Kind.SERVER, "platform/object-reads");

    @ParameterizedTest
    @EnumSource(Product.class)
    void aCeilingHoldsFromTheNextVersionOnForItsClientOnly(Product product) {
        var world = SampleWorld.own(product);
        var store = store(world);

        run(world, () -> store.save(INSPECTOR, ceiling("{\"objects\": {\"Account\": {\"read\": true, \"allFields\": true}}}", null)));

        assertThat(access(world, "inspector", "").readableObject("Account")).isPresent();
        assertThat(access(world, "inspector", "").readableObject("Contact")).isEmpty();
        assertThat(access(world, "claude", "").readableObject("Contact")).isPresent();

        run(world, () -> store.save(READS, ceiling("{\"objects\": {\"Contact\": {\"read\": true, \"allFields\": true}}}", null)));
        assertThat(access(world, "claude", "platform/object-reads").readableObject("Account")).as("the server's").isEmpty();
        assertThat(access(world, "inspector", "platform/object-reads").readableObject("Contact")).as("both").isEmpty();

        run(world, () -> store.delete(INSPECTOR, 1));
        assertThat(access(world, "inspector", "").readableObject("Contact")).isPresent();
    }

    @Test
    void aCeilingIsReplacedOnlyAtTheVersionThatWasRead() {
        var world = SampleWorld.own(Product.H2);
        var store = store(world);
        var settings = ceiling("{\"objects\": {\"Account\": {\"read\": true, \"allFields\": true}}}", null);
        run(world, () -> store.save(INSPECTOR, settings));

        assertThat(refusal(world, () -> store.save(INSPECTOR, settings))).isInstanceOf(Problem.Conflict.class);
        run(world, () -> store.save(INSPECTOR, new CeilingSettings(settings.ceiling(), 1)));

        assertThat(store.find(INSPECTOR)).contains(new CeilingSettings(settings.ceiling(), 2));
        assertThat(refusal(world, () -> store.save(INSPECTOR, new CeilingSettings(settings.ceiling(), 1)))).isInstanceOf(Problem.Conflict.class);
        assertThat(refusal(world, () -> store.delete(INSPECTOR, 1))).isInstanceOf(Problem.Conflict.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "{\"account\": {\"read\": true}}; there is no object 'account'",
                "{\"Account\": {\"edit\": true}}; need read",
                "{\"Account\": {\"read\": true, \"fields\": {\"Nme\": {\"readable\": true}}}}; no field 'Nme'",
                "{\"Account\": {\"read\": true, \"criteria\": [{\"field\": \"Nme\", \"operator\": \"equals\", \"value\": \"x\"}]}}; do not fit together",
                "{\"Account\": {\"read\": true, \"fields\": {\"OwnerId\": {\"readable\": true, \"mask\": {\"kind\": \"DOTS\"}}}}}; ids cannot be masked",
                "{\"Account\": {\"read\": true, \"fields\": {\"AnnualRevenue\": {\"readable\": true, \"mask\": {\"kind\": \"DOTS\"}}}}}; takes the mask NOTHING",
                "{\"Account\": {\"read\": true, \"fields\": {\"Phone\": {\"readable\": true, \"mask\": {\"kind\": \"ENDS\"}}}}}; keeps 1 to 20",
            })
    void aCeilingThatMeansNothingIsRefused(String objects, String message) {
        var world = SampleWorld.own(Product.H2);

        Problem problem = refusal(world, () -> store(world).save(INSPECTOR, ceiling("{\"objects\": " + objects + "}", null)));

        assertThat(((Problem.InvalidArguments) problem).violations().getFirst().message()).contains(message);
        assertThat(store(world).find(INSPECTOR)).isEmpty();
    }

    private static CeilingStore store(SampleWorld world) {
        return new CeilingStore(world.database(), new ConfigurationVersions(world.database()), new ObjectCatalogs(world.database()));
    }

    private static CeilingSettings ceiling(String json, @Nullable Integer version) {
        try {
            return new CeilingSettings(Json.read(json.getBytes(StandardCharsets.UTF_8), Ceiling.class), version);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static EffectiveAccess access(SampleWorld world, String client, String server) {
        long version = new ConfigurationVersions(world.database()).current(Topic.ACCESS);
        return world.permissions().access(world.userId("rep.west.1"), client, server, version);
    }

    private static void run(SampleWorld world, Runnable work) {
        Supplier<Boolean> supplier = () -> {
            work.run();
            return true;
        };
        world.transactions().run(supplier);
    }

    private static Problem refusal(SampleWorld world, Runnable work) {
        return catchThrowableOfType(ProblemException.class, () -> run(world, work)).problem();
    }
}
