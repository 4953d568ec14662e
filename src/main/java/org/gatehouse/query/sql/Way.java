package org.gatehouse.query.sql;

import org.gatehouse.permission.Owners;
import org.gatehouse.permission.RecordFilter;

/**
 * How the ids that a predicate speaks of are tested: by whether it stands for itself or is one of several ways, whether those let few rows pass,
 * and how many rows there are to test.
 */
sealed interface Way {
    /** So many look-ups take about as long as it takes to make a hash table of the records that a person sees in a large table. */
    double PROBES = 20_000;

    /** How the rows are read. */
    Reading reading();

    /** For the owners of rows. */
    IdTest owned(Owners owners);

    /** For the ids of records that were opened by hand. */
    IdTest shared();

    /** For the ids of records that pass a filter of their own. */
    IdTest related(RecordFilter filter);

    /**
     * The way of a predicate that stands for itself: it is a join. A page of PostgreSQL probes instead, because a join that remembers what it
     * met makes room for everything that it might meet before it begins. A database without a choice goes this way always.
     */
    record Only(Reading reading, boolean postgres) implements Way {
        @Override
        public IdTest owned(Owners owners) {
            return IdTest.SUBQUERY;
        }

        @Override
        public IdTest shared() {
            return IdTest.SUBQUERY;
        }

        @Override
        public IdTest related(RecordFilter filter) {
            return postgres && !Selectivity.few(filter) && reading.tests(Selectivity.share(filter)) <= PROBES ? IdTest.PROBE : IdTest.SUBQUERY;
        }
    }

    /** One of several ways that let few rows pass: indexes find them. */
    record Few(Reading reading) implements Way {
        @Override
        public IdTest owned(Owners owners) {
            return IdTest.ARRAY;
        }

        @Override
        public IdTest shared() {
            return IdTest.ARRAY;
        }

        @Override
        public IdTest related(RecordFilter filter) {
            return IdTest.ARRAY;
        }
    }

    /**
     * One of several ways of which some let many rows pass, or nobody knows: each row is tested.
     *
     * @param share the share of all rows that passes at least; 0 if nobody knows
     */
    record Many(Reading reading, double share) implements Way {
        /** So many ids fit into a hash table in the memory that PostgreSQL is run with at least; what does not fit is never hashed. */
        private static final int HASHABLE = 20_000;

        @Override
        public IdTest owned(Owners owners) {
            boolean hashable = owners.people() <= HASHABLE;
            return switch (reading) {
                case Reading.Page page -> hashable ? IdTest.SUBQUERY : IdTest.PROBE;
                case Reading.LookUp lookUp -> IdTest.PROBE;
                case Reading.Search search -> IdTest.EITHER;
                case Reading.Scan scan -> hashable ? IdTest.SUBQUERY : IdTest.EITHER;
            };
        }

        @Override
        public IdTest shared() {
            return switch (reading) {
                case Reading.Page page -> IdTest.HASH;
                case Reading.LookUp lookUp -> IdTest.PROBE;
                case Reading.Search search -> IdTest.EITHER;
                case Reading.Scan scan -> IdTest.HASH;
            };
        }

        @Override
        public IdTest related(RecordFilter filter) {
            return switch (reading) {
                case Reading.Page page -> reading.tests(share) <= PROBES && !Selectivity.few(filter) ? IdTest.PROBE : IdTest.HASH;
                case Reading.LookUp lookUp -> IdTest.PROBE;
                case Reading.Search search -> IdTest.EITHER;
                case Reading.Scan scan -> IdTest.HASH;
            };
        }
    }
}
