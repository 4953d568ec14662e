package org.gatehouse.demo;

import static org.gatehouse.platform.database.schema.Tables.APP_USER;
import static org.gatehouse.platform.database.schema.Tables.AUTO_NUMBER;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.gatehouse.permission.sharing.GroupMemberships;
import org.gatehouse.platform.database.Database;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Makes the demo organisation's records, once, in one transaction: a start that is cut short leaves none. */
public final class DemoRecords {
    private static final long SEED = 20260105;
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);
    private static final int PRODUCTS = 20;
    private static final String ADMIN = "005000000000000001";
    private static final String[] STAMPS = {"created_date", "created_by_id", "last_modified_date", "last_modified_by_id"};

    private final int accounts;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final List<String> sellers;
    private final List<String> agents;
    private final DSLContext sql;

    private DemoRecords(DSLContext sql, int records) {
        this.sql = sql;
        // For each account there are about nine records of other objects.
        this.accounts = Math.max(10, records / 10);
        this.sellers = userIds("rep.", "manager.", "temp.");
        this.agents = userIds("agent.", "head.support");
    }

    /**
     * Makes about the given number of records if the organisation has none.
     *
     * @return whether records were made
     */
    public static boolean install(Database database, int records) {
        return database.sql().transactionResult(configuration -> {
            DSLContext sql = configuration.dsl();
            if (sql.fetchExists(DSL.table(DSL.name("records", "account")))) {
                return false;
            }
            new DemoRecords(sql, records).make();
            GroupMemberships.recompute(sql);
            return true;
        });
    }

    private void make() {
        products();
        accounts();
        contacts();
        opportunities();
        cases();
        tasks();
        invoices();
    }

    private void products() {
        try (Rows rows = records("product", "id", "name", "product_code", "family", "list_price", "is_active")) {
            for (int n = 1; n <= PRODUCTS; n++) {
                add(rows, ADMIN, n, Ids.product(n), Words.product(n), "P-" + (1000 + n), Words.FAMILIES.get(n % 3), price(n), n % 10 != 0);
            }
        }
    }

    private void accounts() {
        try (Rows rows = records(
                "account", "id", "name", "owner_id", "type", "industry", "rating", "phone", "website", "billing_city", "billing_country",
                "annual_revenue", "number_of_employees", "parent_id", "description")) {
            for (int n = 1; n <= accounts; n++) {
                String owner = accountOwner(n);
                String parent = n % 11 == 0 ? Ids.account(n - 10) : null;
                add(rows, owner, n, Ids.account(n), Words.company(n), owner, pick(Words.ACCOUNT_TYPES), pick(Words.INDUSTRIES),
                        pick(Words.RATINGS), "+1 555 " + (1_000_000 + n), "https://www.company" + n + ".example", pick(Words.CITIES),
                        pick(Words.COUNTRIES), BigDecimal.valueOf(random.nextLong(100_000, 900_000_000)), random.nextInt(3, 20_000), parent,
                        null);
            }
        }
    }

    private void contacts() {
        try (Rows rows = records(
                "contact", "id", "name", "first_name", "last_name", "owner_id", "account_id", "title", "department", "email", "phone",
                "mailing_city", "birthdate", "personal_email")) {
            for (int n = 1; n <= accounts * 2; n++) {
                int account = 1 + (n - 1) / 2;
                String owner = accountOwner(account);
                String first = pick(Words.FIRST_NAMES);
                String last = pick(Words.LAST_NAMES);
                add(rows, owner, n, Ids.contact(n), first + " " + last, first, last, owner, Ids.account(account), pick(Words.TITLES),
                        pick(Words.DEPARTMENTS), "contact" + n + "@company" + account + ".example", "+1 555 " + (2_000_000 + n),
                        pick(Words.CITIES), LocalDate.of(1960, 1, 1).plusDays(random.nextInt(16_000)), "private" + n + "@mail.example");
            }
        }
    }

    private void opportunities() {
        try (Rows rows = records(
                        "opportunity", "id", "name", "owner_id", "account_id", "stage_name", "amount", "probability", "close_date",
                        "is_closed", "is_won", "lead_source", "next_step");
                Rows lines = records(
                                "opportunity_line", "id", "name", "opportunity_id", "product_id", "quantity", "unit_price", "total_price")
                        .referringTo(rows)) {
            int line = 0;
            for (int n = 1; n <= accounts * 3 / 2; n++) {
                int account = 1 + random.nextInt(accounts);
                String owner = accountOwner(account);
                int stage = random.nextInt(Words.STAGES.size());
                BigDecimal amount = BigDecimal.ZERO;
                int count = 1 + n % 2;
                int[] products = random.ints(count, 1, PRODUCTS + 1).toArray();
                int[] quantities = random.ints(count, 1, 40).toArray();
                for (int i = 0; i < count; i++) {
                    amount = amount.add(price(products[i]).multiply(BigDecimal.valueOf(quantities[i])));
                }
                add(rows, owner, n, Ids.opportunity(n), Words.company(account) + " deal " + n, owner, Ids.account(account),
                        Words.STAGES.get(stage), amount, Words.PROBABILITIES.get(stage), FIRST_DAY.plusDays(random.nextInt(540)), stage >= 4,
                        stage == 4, pick(Words.LEAD_SOURCES), stage >= 4 ? null : pick(Words.NEXT_STEPS));
                for (int i = 0; i < count; i++) {
                    line++;
                    BigDecimal unit = price(products[i]);
                    add(lines, owner, n, Ids.opportunityLine(line), "Line " + line, Ids.opportunity(n), Ids.product(products[i]),
                            quantities[i], unit, unit.multiply(BigDecimal.valueOf(quantities[i])));
                }
            }
        }
    }

    private void cases() {
        try (Rows rows = records(
                "support_case", "id", "case_number", "owner_id", "subject", "status", "priority", "origin", "account_id", "contact_id",
                "description", "closed_date")) {
            for (int n = 1; n <= accounts; n++) {
                int contact = 1 + random.nextInt(accounts * 2);
                String owner = agents.get(random.nextInt(agents.size()));
                String status = pick(Words.CASE_STATUSES);
                Instant closed = status.equals("Closed") ? day(n).plusSeconds(86_400L * (1 + random.nextInt(20))) : null;
                add(rows, owner, n, Ids.supportCase(n), "C-" + (100_000 + n), owner, pick(Words.CASE_SUBJECTS), status,
                        pick(Words.CASE_PRIORITIES), pick(Words.CASE_ORIGINS), Ids.account(1 + (contact - 1) / 2), Ids.contact(contact),
                        null, closed);
            }
        }
        sql.update(AUTO_NUMBER)
                .set(AUTO_NUMBER.NEXT_NUMBER, 100_001L + accounts)
                .where(AUTO_NUMBER.OBJECT_NAME.eq("Case").and(AUTO_NUMBER.FIELD_NAME.eq("CaseNumber")))
                .execute();
    }

    private void tasks() {
        try (Rows rows = records(
                "task", "id", "subject", "owner_id", "what_id", "who_id", "status", "priority", "activity_date", "description")) {
            for (int n = 1; n <= accounts; n++) {
                int account = 1 + random.nextInt(accounts);
                String owner = accountOwner(account);
                String what = switch (n % 3) {
                    case 0 -> Ids.account(account);
                    case 1 -> Ids.opportunity(1 + random.nextInt(accounts * 3 / 2));
                    default -> Ids.supportCase(1 + random.nextInt(accounts));
                };
                add(rows, owner, n, Ids.task(n), pick(Words.TASK_SUBJECTS), owner, what, Ids.contact(account * 2), pick(Words.TASK_STATUSES),
                        pick(Words.TASK_PRIORITIES), FIRST_DAY.plusDays(random.nextInt(540)), null);
            }
        }
    }

    private void invoices() {
        try (Rows rows = new Rows(
                        sql, "billing", "inv_header", "inv_no", "acct", "inv_dt", "due_dt", "st", "net_amt", "tax_amt", "margin_pct");
                Rows lines = new Rows(sql, "billing", "inv_pos", "pos_key", "inv_no", "pos", "descr", "qty", "price").referringTo(rows)) {
            for (int n = 1; n <= accounts / 2; n++) {
                String number = "INV-" + (100_000 + n);
                LocalDate date = FIRST_DAY.plusDays(random.nextInt(300));
                int product = 1 + random.nextInt(PRODUCTS);
                int quantity = 1 + random.nextInt(10);
                BigDecimal net = price(product).multiply(BigDecimal.valueOf(quantity));
                rows.add(number, Ids.account(1 + random.nextInt(accounts)), date, date.plusDays(30), pick(Words.INVOICE_STATUSES), net,
                        net.multiply(new BigDecimal("0.19")).setScale(2, RoundingMode.HALF_UP), BigDecimal.valueOf(random.nextInt(5, 60)));
                lines.add(number + "/1", number, 1, Words.product(product), quantity, price(product));
            }
        }
    }

    /** Rows of an object that Gatehouse manages: its own columns, then who made and last changed the record, and when. */
    private Rows records(String table, String... columns) {
        String[] all = new String[columns.length + STAMPS.length];
        System.arraycopy(columns, 0, all, 0, columns.length);
        System.arraycopy(STAMPS, 0, all, columns.length, STAMPS.length);
        return new Rows(sql, "records", table, all);
    }

    private static void add(Rows rows, String by, int number, @Nullable Object... values) {
        @Nullable Object[] all = new Object[values.length + STAMPS.length];
        System.arraycopy(values, 0, all, 0, values.length);
        Instant created = day(number);
        all[values.length] = created;
        all[values.length + 1] = by;
        all[values.length + 2] = created.plusSeconds(3_600L * (number % 200));
        all[values.length + 3] = by;
        rows.add(all);
    }

    private List<String> userIds(String... prefixes) {
        return sql.select(APP_USER.ID)
                .from(APP_USER)
                .where(DSL.or(Arrays.stream(prefixes).map(APP_USER.USERNAME::startsWith).toList()))
                .orderBy(APP_USER.ID)
                .fetch(APP_USER.ID);
    }

    /** The same account always has the same owner, so that its contacts and opportunities can follow it. */
    private String accountOwner(int account) {
        return sellers.get(account % sellers.size());
    }

    private <T> T pick(List<T> words) {
        return words.get(random.nextInt(words.size()));
    }

    private static BigDecimal price(int product) {
        return BigDecimal.valueOf(4_900L + 3_150L * product, 2);
    }

    private static Instant day(int number) {
        return FIRST_DAY.plusDays(number % 300).atStartOfDay().plusMinutes(number % 1440).toInstant(ZoneOffset.UTC);
    }
}
