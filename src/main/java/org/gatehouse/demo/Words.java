package org.gatehouse.demo;

import java.util.List;

/** The vocabulary of the demo records. */
final class Words {
    static final List<String> ACCOUNT_TYPES = List.of("Prospect", "Customer", "Customer", "Partner", "Former Customer");
    static final List<String> INDUSTRIES = List.of(
            "Agriculture", "Banking", "Construction", "Education", "Energy", "Healthcare", "Manufacturing", "Retail", "Technology",
            "Transportation");
    static final List<String> RATINGS = List.of("Hot", "Warm", "Cold");
    static final List<String> CITIES = List.of("Portland", "Seattle", "Denver", "Boston", "Toronto", "Lyon", "Hamburg", "Porto", "Osaka", "Perth");
    static final List<String> COUNTRIES = List.of("United States", "Canada", "France", "Germany", "Portugal", "Japan", "Australia");
    static final List<String> FIRST_NAMES = List.of("Anna", "Bruno", "Chiara", "Dmitri", "Elif", "Farid", "Greta", "Hugo", "Imani", "Jun", "Kaja", "Liam");
    static final List<String> LAST_NAMES = List.of("Abel", "Bauer", "Costa", "Demir", "Evans", "Fischer", "Garcia", "Hansen", "Ito", "Kowalski", "O'Neil", "Müller");
    static final List<String> TITLES = List.of("Buyer", "Head of Purchasing", "Engineer", "Director", "Assistant", "Controller");
    static final List<String> DEPARTMENTS = List.of("Purchasing", "Engineering", "Finance", "Operations");
    static final List<String> STAGES = List.of("Prospecting", "Qualification", "Proposal", "Negotiation", "Closed Won", "Closed Lost");
    static final List<Integer> PROBABILITIES = List.of(10, 25, 50, 75, 100, 0);
    static final List<String> LEAD_SOURCES = List.of("Web", "Referral", "Trade Show", "Partner");
    static final List<String> NEXT_STEPS = List.of("Send offer", "Call back", "Visit on site", "Wait for budget");
    static final List<String> CASE_STATUSES = List.of("New", "Working", "Escalated", "Closed", "Closed");
    static final List<String> CASE_PRIORITIES = List.of("High", "Medium", "Low");
    static final List<String> CASE_ORIGINS = List.of("Phone", "Email", "Web");
    static final List<String> CASE_SUBJECTS = List.of("Delivery is late", "Device does not start", "Question about an invoice", "Wrong part received", "How to reset the password");
    static final List<String> TASK_SUBJECTS = List.of("Call", "Send information", "Prepare meeting", "Follow up", "Renewal review");
    static final List<String> TASK_STATUSES = List.of("Not Started", "In Progress", "Completed");
    static final List<String> TASK_PRIORITIES = List.of("High", "Normal", "Low");
    static final List<String> INVOICE_STATUSES = List.of("Open", "Paid", "Paid", "Void");
    static final List<String> FAMILIES = List.of("Hardware", "Software", "Services");

    private static final List<String> COMPANY_FIRST = List.of(
            "Alder", "Birch", "Cedar", "Dune", "Ember", "Fjord", "Granite", "Harbor", "Iron", "Juniper", "Kestrel", "Lumen", "Meadow", "North",
            "Onyx", "Prairie", "Quartz", "River", "Summit", "Tundra");
    private static final List<String> COMPANY_SECOND =
            List.of("Logistics", "Foods", "Systems", "Energy", "Textiles", "Robotics", "Clinics", "Bank", "Builders", "Academy", "Motors");
    private static final List<String> PRODUCT_FIRST = List.of("Compact", "Field", "Pro", "Silent", "Dual");
    private static final List<String> PRODUCT_SECOND = List.of("Sensor", "Gateway", "Analyzer", "Support Plan");

    private Words() {}

    /** A company's name; different for each number. */
    static String company(int number) {
        String first = COMPANY_FIRST.get(number % COMPANY_FIRST.size());
        String second = COMPANY_SECOND.get(number / COMPANY_FIRST.size() % COMPANY_SECOND.size());
        return first + " " + second + " " + number;
    }

    static String product(int number) {
        return PRODUCT_FIRST.get(number % PRODUCT_FIRST.size()) + " " + PRODUCT_SECOND.get(number / PRODUCT_FIRST.size() % PRODUCT_SECOND.size());
    }
}
