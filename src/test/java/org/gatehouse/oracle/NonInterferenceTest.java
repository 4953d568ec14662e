package org.gatehouse.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.oracle.Judge.Level;
import org.gatehouse.oracle.Organisation.Person;
import org.gatehouse.permission.EffectiveAccess;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.query.QueryResult;
import org.gatehouse.record.RecordChange;
import org.gatehouse.testing.SampleWorld.Product;
import org.gatehouse.tool.ObjectSchemas;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two databases that differ only in what a person cannot see answer that person the same, to the last byte: records, totals, pages with their
 * cursors, attempts to write, descriptions, the rules that decide, refusals with their words and places. {@code -Doracle.seed=} repeats one pair.
 *
 * <p>A cursor holds a count and a time under a seal and nothing random, so with one clock and one key cursors are compared as they are. Ids of new
 * records are random, and are left out.
 */
class NonInterferenceTest {
    private static final int PAIRS = Integer.getInteger("oracle.pairs", 100);
    private static final int QUERIES = 12;
    private static final int PAGE = 3;
    private static final int ATTEMPTS = 4;
    /** Ids that Gatehouse gives are of letters and digits; those of the model are of digits alone. */
    private static final String NEW_ID = "a0\\d(?=[0-9A-Za-z]*[A-Za-z])[0-9A-Za-z]{15}";
    private static final List<String> WORDS = List.of("al*", "be", "pu?e", "beta OR alpha", "ta AND NOT alpha", "ull");

    private final Map<Product, OracleWorld> others = new EnumMap<>(Product.class);

    @ParameterizedTest
    @EnumSource
    void whatAPersonCannotSeeChangesNoAnswer(Product product) {
        OracleWorld world = OracleWorld.on(product);
        OracleWorld other = others.computeIfAbsent(product, OracleWorld::another);
        LongStream seeds = Long.getLong("oracle.seed") == null ? LongStream.rangeClosed(1, PAIRS) : LongStream.of(Long.getLong("oracle.seed"));
        List<Long> changed = new ArrayList<>();

        seeds.forEach(seed -> {
            Dice dice = new Dice(seed ^ 0xD1FF);
            Organisation organisation = RandomOrganisation.make(seed);
            Person person = dice.pick(organisation.people());
            Organisation twin = HiddenChange.of(dice, organisation, person);
            if (!twin.equals(organisation)) {
                changed.add(seed);
            }
            world.install(organisation);
            other.install(twin);
            questions(dice, organisation, person).forEach(question -> assertThat(answer(other, person, question))
                    .as("-Doracle.seed=%d %s: %s", seed, person, question)
                    .isEqualTo(answer(world, person, question)));
            attempts(dice, organisation, twin).forEach(attempt -> assertThat(attempt.on(other, person))
                    .as("-Doracle.seed=%d %s: %s", seed, person, attempt)
                    .isEqualTo(attempt.on(world, person)));
            assertThat(doors(other, organisation, person)).as("-Doracle.seed=%d %s", seed, person).isEqualTo(doors(world, organisation, person));
        });

        assertThat(changed).hasSizeGreaterThanOrEqualTo(Long.getLong("oracle.seed") == null ? PAIRS / 2 : 0);
    }

    private static List<String> questions(Dice dice, Organisation organisation, Person person) {
        RandomQuery queries = new RandomQuery(dice, organisation, person);
        List<String> questions = new ArrayList<>();
        organisation.objects().forEach(object -> questions.add("SELECT COUNT() FROM " + object.name()));
        organisation.objects().forEach(object -> questions.add("FIND {" + dice.pick(WORDS) + "} RETURNING " + object.name()));
        for (int i = 0; i < QUERIES; i++) {
            questions.add(queries.make().text());
        }
        return questions;
    }

    /** Everything that the person reads, as text. */
    private static String answer(OracleWorld world, Person person, String question) {
        try {
            if (question.startsWith("FIND")) {
                return text(world.search(person, question));
            }
            return text(world.run(person, question)) + world.pages(person, question, PAGE).stream().map(NonInterferenceTest::text).toList();
        } catch (ProblemException refusal) {
            return refusal.problem().toString();
        }
    }

    private static String text(QueryResult result) {
        return result.totalSize() + " " + result.done() + " " + result.cursor() + " " + result.records() + " " + result.objects();
    }

    /** Writes to records that are there in both, in one or in none of the organisations, and of new ones that point to such. */
    private static List<Attempt> attempts(Dice dice, Organisation organisation, Organisation twin) {
        List<Attempt> attempts = new ArrayList<>();
        RandomRecords values = new RandomRecords(dice, organisation.objects(), organisation.people(), organisation.sharing().groups());
        for (ModelObject object : organisation.objects()) {
            Set<String> ids = new TreeSet<>(Set.of(RandomRecords.id(object, 999_999)));
            organisation.recordsOf(object).forEach(record -> ids.add(record.id()));
            twin.recordsOf(object).forEach(record -> ids.add(record.id()));
            for (String id : dice.some(List.copyOf(ids), ATTEMPTS)) {
                attempts.add(new Attempt(object.name(), new RecordChange.Update(id, body(dice, values, object), Optional.empty())));
                attempts.add(new Attempt(object.name(), new RecordChange.Delete(id)));
                attempts.add(new Attempt(object.name(), new RecordChange.Undelete(id)));
            }
            attempts.add(new Attempt(object.name(), new RecordChange.Create(body(dice, values, object).put("Name", "new"))));
        }
        return attempts;
    }

    private static ObjectNode body(Dice dice, RandomRecords values, ModelObject object) {
        ObjectNode body = Json.object();
        for (ModelField field : dice.some(object.fields(), 2)) {
            Object value = values.some(field);
            if (value instanceof BigDecimal number) {
                body.put(field.name(), number);
            } else if (value instanceof Boolean bool) {
                body.put(field.name(), bool);
            } else {
                body.put(field.name(), value.toString());
            }
        }
        return body;
    }

    /** One try to write, of which nothing stays. */
    private record Attempt(String object, RecordChange change) {
        String on(OracleWorld world, Person person) {
            try {
                return world.tried(person, object, change).toString().replaceAll(NEW_ID, "new");
            } catch (ProblemException refusal) {
                return refusal.problem().toString();
            }
        }
    }

    /** What the person may do where, down to fields and records. */
    private static List<Object> doors(OracleWorld world, Organisation organisation, Person person) {
        EffectiveAccess access = world.access(person);
        List<Object> doors = new ArrayList<>();
        for (ModelObject object : organisation.objects()) {
            doors.add(access.readableObject(object.name()).map(found -> found.fields().stream()
                    .filter(field -> access.canRead(found, field))
                    .map(FieldDefinition::apiName)
                    .toList()));
            access.readableObject(object.name()).ifPresent(found -> doors.add(ObjectSchemas.describe(found, access).toString()));
            for (Level level : Level.values()) {
                doors.add(world.ids(person, object, level));
                doors.add(world.reasons(person, object, level).stream().map(reason -> reason.kind() + " " + reason.name() + " " + reason.opens()).toList());
            }
        }
        return doors;
    }
}
