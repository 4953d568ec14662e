package org.gatehouse.audit.chain;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gatehouse.audit.EventSeal;
import org.gatehouse.audit.chain.ChainVerification.Fault;
import org.gatehouse.audit.chain.ChainVerification.Kind;
import org.gatehouse.audit.chain.ChainVerification.NodeChain;

/** Extends this node's chain and verifies all nodes' chains. Each step commits for itself, so neither needs a transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ChainService {
    private static final int BATCH = 1_000;

    /** Linking takes a second, and an event that another node left behind a minute more. */
    private static final Duration AROUND_NOW = Duration.ofMinutes(3);

    @EJB
    StoredChain stored;

    @Inject
    EventSeal seal;

    @Inject
    HeadFile headFile;

    @Inject
    ChainTurn turn;

    @Inject
    InstantSource clock;

    /**
     * Links what waits for a link, and writes the new end of the chain outside the database. A chain that does not go on from the end that was
     * written there last is left alone: what was cut off must not grow over.
     *
     * @return the end of the chain, if it was extended
     * @throws ChainBroken if the chain does not go on from there
     * @throws IOException if the file outside the database can be neither read nor written
     */
    public Optional<ChainHead> extend() throws IOException {
        turn.lock.lock();
        try {
            return extendInTurn();
        } finally {
            turn.lock.unlock();
        }
    }

    private Optional<ChainHead> extendInTurn() throws IOException {
        if (!stored.hasWaiting()) {
            return Optional.empty();
        }
        requireContinuation();
        int linked = BATCH;
        while (linked == BATCH) {
            linked = stored.extend(BATCH);
        }
        Optional<ChainHead> head = stored.head();
        if (head.isPresent()) {
            headFile.write(head.get());
        }
        return head;
    }

    private void requireContinuation() throws IOException {
        Optional<ChainHead> outside = headFile.read(seal.node());
        if (outside.isPresent() && !stored.holds(outside.get())) {
            throw new ChainBroken(seal.node(), outside.get().position());
        }
    }

    /**
     * Looks at every event that is linked, and for events that are not. It takes time in proportion to the log, and memory for a piece of it.
     */
    public ChainVerification verify() throws IOException {
        Instant began = clock.instant();
        extendIfWhole();
        List<NodeChain> chains = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (String node : nodes()) {
            chains.add(verify(node, faults));
        }
        Instant from = began.minus(AROUND_NOW);
        Instant to = clock.instant().plus(AROUND_NOW);
        stored.stray(from, to).ifPresent(event -> faults.add(new Fault(
                Kind.EVENT_NOT_LINKED, seal.node(), null, event, "The event is in no chain, and others are that were written after it.")));
        Fault first = faults.isEmpty() ? null : faults.getFirst();
        return new ChainVerification(first == null, began.toString(), chains, stored.waiting(from, to), stored.unsealed(), first);
    }

    private void extendIfWhole() throws IOException {
        try {
            extend();
        } catch (ChainBroken e) {
            // The walk finds the same and says more.
            AuditChainLog.LOG.notExtended(e);
        }
    }

    /** A node whose links are all gone is still to be looked at. */
    private Set<String> nodes() {
        Set<String> nodes = new TreeSet<>(stored.nodes());
        nodes.add(seal.node());
        return nodes;
    }

    private NodeChain verify(String node, List<Fault> faults) throws IOException {
        NodeCheck check = new NodeCheck(seal, node, headFile.read(node).orElse(null));
        walk(node, check).or(check::end).ifPresent(faults::add);
        return new NodeChain(node, check.last().position(), check.last().hash(), check.confirmed());
    }

    private Optional<Fault> walk(String node, NodeCheck check) {
        List<StoredLink> links;
        do {
            links = stored.links(node, check.last().position(), BATCH);
            for (StoredLink link : links) {
                Optional<Fault> fault = check.next(link);
                if (fault.isPresent()) {
                    return fault;
                }
            }
        } while (links.size() == BATCH);
        return Optional.empty();
    }
}
