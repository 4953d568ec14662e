package org.gatehouse.permission;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;

/** All sharing settings at one version of the configuration. Immutable. */
public final class Sharing {
    /** No settings at all. */
    public static final Sharing NONE = new Sharing(List.of(), List.of(), List.of(), Map.of(), GroupSizes.UNKNOWN);

    private final Map<String, List<SharingRule>> rules;
    private final Map<String, List<RestrictionRule>> restrictions;
    private final Map<String, List<ImplicitChild>> implicitChildren;
    private final Map<String, List<String>> queues;
    private final GroupSizes sizes;

    /**
     * Settings from their parts.
     *
     * @param queues the ids of the queues that may own records, by object
     */
    public Sharing(
            List<SharingRule> rules,
            List<RestrictionRule> restrictions,
            List<ImplicitChild> implicitChildren,
            Map<String, List<String>> queues,
            GroupSizes sizes) {
        this.rules = rules.stream().collect(groupingBy(SharingRule::object));
        this.restrictions = restrictions.stream().collect(groupingBy(RestrictionRule::object));
        this.implicitChildren = implicitChildren.stream().collect(groupingBy(ImplicitChild::object));
        this.queues = Map.copyOf(queues);
        this.sizes = sizes;
    }

    List<SharingRule> rules(String object) {
        return rules.getOrDefault(object, List.of());
    }

    List<RestrictionRule> restrictions(String object) {
        return restrictions.getOrDefault(object, List.of());
    }

    List<ImplicitChild> implicitChildren(String object) {
        return implicitChildren.getOrDefault(object, List.of());
    }

    GroupSizes sizes() {
        return sizes;
    }

    /** The queues that may own records of an object. */
    public List<String> queues(String object) {
        return queues.getOrDefault(object, List.of());
    }
}
