package org.gatehouse.extension;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads and writes single records as the person on whose behalf the running call runs, under all of that person's permissions and the company's validation rules.
 *
 * <p>What a call writes is kept together, once the tool has answered, or not at all. A refusal ends the call. A tool that only reads cannot write, one cannot delete that does not say so, and
 * nothing goes further than the scopes of the agent's token. Outside a call, and in threads that the call did not come in, it refuses.
 */
public interface Records {
    /**
     * A record with these fields, or its standard fields if none are named; empty if it is not there for the person.
     *
     * @param fields API names, also of parents' fields, for example {@code Owner.Name}
     */
    Optional<Map<String, Object>> find(String object, String id, String... fields);

    /** The records that a path of relationships leads to, for example {@code Contacts}; at most 200. */
    List<Map<String, Object>> related(String object, String id, String path, String... fields);

    /** Makes a record and answers its id. Values are by API name; dates and times may be {@code LocalDate} and {@code Instant}. */
    String create(String object, Map<String, ?> values);

    /** Makes up to 200 records and answers their ids in this order. */
    List<String> createAll(String object, List<? extends Map<String, ?>> values);

    /** Gives fields of a record new values; a null empties one, and those that are left out keep theirs. */
    void update(String object, String id, Map<String, ?> values);

    /** The same, unless somebody has changed the record after a moment: the {@code LastModifiedDate} that was read. */
    void update(String object, String id, Map<String, ?> values, Instant unmodifiedSince);

    /** Puts a record into the recycle bin. */
    void delete(String object, String id);

    /** Takes a record out of the recycle bin. */
    void undelete(String object, String id);
}
