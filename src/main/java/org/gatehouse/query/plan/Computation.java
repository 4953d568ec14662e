package org.gatehouse.query.plan;

import java.time.Instant;
import org.gatehouse.metadata.formula.Formula;

/**
 * What a formula field computes from the row.
 *
 * @param now the moment that TODAY() and NOW() mean
 */
public record Computation(Formula formula, Instant now) {}
