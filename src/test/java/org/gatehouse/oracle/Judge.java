package org.gatehouse.oracle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.metadata.OrgWideDefault;
import org.gatehouse.oracle.Organisation.Person;
import org.jspecify.annotations.Nullable;

/**
 * Decides for one person and one record at a time how far access goes, by the rules as they are written.
 *
 * <p>Left open by the documents and decided here: a detail whose parent is missing, in the bin or of an object that the person cannot read
 * is hidden; View All on the detail's own object shows it all the same. A detail is as open as its parent, so an owner of its own opens
 * nothing, and who may change the parent may change and delete its details. Somebody inactive keeps the place in the hierarchy, and those above see what they own.
 */
final class Judge {
    private final Organisation organisation;
    private final Person person;
    private final Rights rights;
    private final Grants grants;
    private final Map<Question, Boolean> answered = new HashMap<>();

    Judge(Organisation organisation, Person person) {
        this.organisation = organisation;
        this.person = person;
        this.rights = new Rights(organisation, person);
        this.grants = new Grants(organisation, person, this);
    }

    Rights rights() {
        return rights;
    }

    /** How far access to a record goes. */
    enum Level {
        READ,
        EDIT,
        ALL
    }

    List<ModelRecord> visible(ModelObject object) {
        return open(object, Level.READ);
    }

    List<ModelRecord> open(ModelObject object, Level level) {
        return organisation.recordsOf(object).stream().filter(candidate -> allows(object, candidate, level)).toList();
    }

    /** The record that a reference points to, if it is there and visible. */
    Optional<ModelRecord> visible(ModelObject object, @Nullable Object id) {
        return organisation.record(object, id).filter(candidate -> allows(object, candidate, Level.READ));
    }

    boolean allows(ModelObject object, ModelRecord candidate, Level level) {
        Question question = new Question(object.name(), candidate.id(), level);
        Boolean known = answered.get(question);
        if (known == null) {
            known = !candidate.deleted() && decide(object, candidate, level);
            answered.put(question, known);
        }
        return known;
    }

    private boolean decide(ModelObject object, ModelRecord candidate, Level level) {
        return may(object, level)
                && (overrides(object, level)
                        || ((byDefault(object, candidate, level) || grants.give(object, candidate, level)) && !restricted(object, candidate)));
    }

    private boolean may(ModelObject object, Level level) {
        return rights.canRead(object) && switch (level) {
            case READ -> true;
            case EDIT -> rights.canEdit(object);
            case ALL -> rights.canDelete(object);
        };
    }

    private boolean overrides(ModelObject object, Level level) {
        return level == Level.READ ? rights.viewsAll(object) : rights.modifiesAll(object);
    }

    private boolean byDefault(ModelObject object, ModelRecord candidate, Level level) {
        return switch (object.orgWideDefault()) {
            case PRIVATE -> false;
            case PUBLIC_READ -> level == Level.READ;
            case PUBLIC_READ_WRITE -> level != Level.ALL;
            case CONTROLLED_BY_PARENT -> byParent(object, candidate, level);
        };
    }

    private boolean byParent(ModelObject object, ModelRecord candidate, Level level) {
        ModelField reference = object.field(java.util.Objects.requireNonNull(object.parentField())).orElseThrow();
        Level asked = level == Level.ALL ? Level.EDIT : level;
        ModelObject parent = organisation.require(reference.targets().getFirst());
        return organisation.record(parent, candidate.value(reference)).filter(found -> allows(parent, found, asked)).isPresent();
    }

    /** A restriction rule takes away what any grant gave, but for those who view or modify all. */
    private boolean restricted(ModelObject object, ModelRecord candidate) {
        return organisation.sharing().restrictions().stream()
                .filter(rule -> rule.active() && rule.object().equals(object.name()) && grants.reaches(rule.group()))
                .anyMatch(rule -> !rule.criteria().hold(object, candidate, person));
    }

    private record Question(String object, String id, Level level) {}
}
