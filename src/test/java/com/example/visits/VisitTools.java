package com.example.visits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.extension.Call;
import org.gatehouse.extension.CompleteArg;
import org.gatehouse.extension.CompletePrompt;
import org.gatehouse.extension.CompleteResourceTemplate;
import org.gatehouse.extension.Icon;
import org.gatehouse.extension.Prompt;
import org.gatehouse.extension.PromptArg;
import org.gatehouse.extension.Queries;
import org.gatehouse.extension.Records;
import org.gatehouse.extension.ResourceTemplate;
import org.gatehouse.extension.Tool;
import org.gatehouse.extension.ToolArg;
import org.gatehouse.extension.ToolCallException;

/** Prepares visits to accounts. */
@ApplicationScoped
public class VisitTools {
    @Inject
    Queries queries;

    @Inject
    Records records;

    @Icon(src = "https://intranet.example/visits.svg", mimeType = "image/svg+xml", sizes = "any")
    @Tool(
            title = "Accounts to visit",
            description = "Lists the accounts of an industry that the signed-in person may see, by name.",
            annotations = @Tool.Annotations(readOnlyHint = true, openWorldHint = false))
    public VisitList accountsToVisit(
            @ToolArg(description = "For example Energy.") @NotBlank String industry,
            @ToolArg(description = "How many at most.", defaultValue = "20") @Min(1) @Max(200) int most,
            Call call) {
        List<Account> accounts = queries.query(
                        Account.class, "SELECT Id, Name, Phone FROM Account WHERE Industry = :industry ORDER BY Name LIMIT 200", Map.of("industry", industry))
                .records();
        return new VisitList(call.username(), accounts.size(), accounts.stream().limit(most).toList());
    }

    @Tool(
            title = "Report a problem",
            description = "Opens a case about something that was seen on a visit, and returns its record id.",
            annotations = @Tool.Annotations(destructiveHint = false, openWorldHint = false))
    public String reportProblem(@ToolArg(description = "What was seen, in one line.") @NotBlank String subject) {
        if (subject.contains("\n")) {
            throw new ToolCallException("Give the subject in one line.");
        }
        return records.create("Case", Map.of("Subject", subject, "Status", "New"));
    }

    @Prompt(description = "Prepares a visit to an account.")
    public String prepareVisit(@PromptArg(description = "The account's record id.") String account) {
        return "Prepare a visit to " + name(account).orElse("an account that I may not see") + ".";
    }

    @ResourceTemplate(uriTemplate = "visits://{account}", description = "What to know before a visit.")
    public Optional<String> briefing(String account) {
        return name(account).map(name -> "Visit " + name + " before noon.");
    }

    @CompletePrompt("prepareVisit")
    public List<String> accountToPrepare(@CompleteArg(name = "account") String begun) {
        return queries.query(Account.class, "SELECT Id, Name FROM Account ORDER BY Id LIMIT 2000", Map.of()).records().stream()
                .map(Account::id)
                .filter(id -> id.startsWith(begun))
                .toList();
    }

    @CompleteResourceTemplate("briefing")
    public List<String> accountToBrief(@CompleteArg(name = "account") String begun) {
        return accountToPrepare(begun);
    }

    private Optional<String> name(String account) {
        return records.find("Account", account, "Name").map(found -> String.valueOf(found.get("Name")));
    }

    /** An account, as far as a visit needs it. */
    public record Account(String id, String name, Optional<String> phone) {}

    /** Accounts to visit. */
    public record VisitList(String preparedFor, int found, List<Account> accounts) {}
}
