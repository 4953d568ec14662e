package org.gatehouse.permission.sharing;

import org.gatehouse.audit.OperatorActs;

/** The JMX view of record sharing. */
final class SharingMonitor implements SharingMXBean {
    private final SharingService sharing;
    private final OperatorActs operator;

    SharingMonitor(SharingService sharing, OperatorActs operator) {
        this.sharing = sharing;
        this.operator = operator;
    }

    @Override
    public int getRoles() {
        return sharing.roles().size();
    }

    @Override
    public int getGroups() {
        return sharing.groups().size() + sharing.queues().size();
    }

    @Override
    public int getSharingRules() {
        return sharing.rules().size();
    }

    @Override
    public int getRestrictionRules() {
        return sharing.restrictions().size();
    }

    @Override
    public int getMemberships() {
        return sharing.memberships();
    }

    @Override
    public Recalculation compareMemberships() {
        return operator.call("memberships.compare", "", sharing::compare);
    }

    @Override
    public Recalculation recalculateMemberships() {
        return operator.call("memberships.recalculate", "", sharing::recalculate);
    }
}
