package org.gatehouse.oracle;

import java.util.ArrayList;
import java.util.List;
import org.gatehouse.oracle.ModelSharing.Group;
import org.gatehouse.oracle.ModelSharing.Member;
import org.gatehouse.oracle.ModelSharing.MemberKind;
import org.gatehouse.oracle.Organisation.Person;
import org.gatehouse.oracle.Organisation.Role;

/** Makes public groups, some within others, and queues. */
final class RandomGroups {
    private final Dice dice;
    private final List<Role> roles;
    private final List<Person> people;
    private final List<Group> made = new ArrayList<>();

    RandomGroups(Dice dice, List<Role> roles, List<Person> people) {
        this.dice = dice;
        this.roles = roles;
        this.people = people;
    }

    List<Group> groups(List<ModelObject> objects) {
        int groups = dice.between(0, 3);
        for (int i = 0; i < groups; i++) {
            made.add(new Group("00G1%014d".formatted(i), dice.chance(70), members(), null));
        }
        int queues = dice.between(0, 2);
        List<String> owned = objects.stream().filter(ModelObject::owned).map(ModelObject::name).toList();
        for (int i = 0; i < queues; i++) {
            made.add(new Group("00G8%014d".formatted(i), true, members(), dice.some(owned, dice.between(0, 4))));
        }
        return made;
    }

    private List<Member> members() {
        List<Member> members = new ArrayList<>();
        int count = dice.between(0, 3);
        for (int i = 0; i < count; i++) {
            members.add(member());
        }
        return members.stream().distinct().toList();
    }

    private Member member() {
        List<Group> nested = made.stream().filter(group -> !group.isQueue()).toList();
        return switch (dice.between(0, nested.isEmpty() ? 2 : 3)) {
            case 0 -> new Member(MemberKind.User, dice.pick(people).id());
            case 1 -> new Member(MemberKind.Role, dice.pick(roles).id());
            case 2 -> new Member(MemberKind.RoleAndSubordinates, dice.pick(roles).id());
            default -> new Member(MemberKind.Group, dice.pick(nested).id());
        };
    }
}
