package org.gatehouse.platform.problem;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** A refusal or failure that a caller is told about. */
public sealed interface Problem {

    /** What the caller reads: what is wrong and what to do, without database text or internal names. */
    String message();

    /** A stable name of the kind of problem, in the caller's vocabulary, for example {@code INVALID_FIELD}. */
    String code();

    /** What the event log names as the reason: the code, and what narrows it down where that is ours to choose. */
    default String rule() {
        return code();
    }

    /** The HTTP status that says the same (RFC 9110 section 15), for interfaces that answer by status and for the event log. */
    default int status() {
        return switch (this) {
            case InvalidArguments p -> 400;
            case InvalidQuery p -> 400;
            case InvalidInput p -> 400;
            case MissingClientCapability p -> 400;
            case ClientUnresponsive p -> 400;
            case Cancelled p -> 499;
            case InvalidToken p -> 401;
            case InsufficientScope p -> 403;
            case InsufficientAccess p -> 403;
            case ApprovalNeeded p -> 403;
            case NotFound p -> 404;
            case Conflict p -> 409;
            case RefusedWrite p -> 422;
            case LimitExceeded p -> 413;
            case BudgetSpent p -> 429;
            case ToolFailed p -> 422;
            case Internal p -> 500;
        };
    }

    /**
     * A query that cannot be run as written.
     *
     * @param line the line of the offending text, from 1
     * @param column the column of the offending text, from 1
     */
    record InvalidQuery(QueryError error, String message, int line, int column) implements Problem {
        @Override
        public String code() {
            return error.name();
        }
    }

    /** Tool arguments that do not fit the tool's input schema. */
    record InvalidArguments(String message, List<Violation> violations) implements Problem {
        public InvalidArguments {
            violations = List.copyOf(violations);
        }

        @Override
        public String code() {
            return "INVALID_ARGUMENTS";
        }
    }

    /** Something that does not exist, or that this caller may not know to exist: the answer is the same. */
    record NotFound(Thing thing, String name, String message) implements Problem {
        @Override
        public String code() {
            return "NOT_FOUND";
        }
    }

    /** The token's scopes do not cover the operation (RFC 6750 section 3.1). */
    record InsufficientScope(Set<String> required, String message) implements Problem {
        public InsufficientScope {
            required = Set.copyOf(required);
        }

        @Override
        public String code() {
            return "INSUFFICIENT_SCOPE";
        }
    }

    /** The token does not open this server: it was made for another one, or its connection is over (RFC 6750 section 3.1). */
    record InvalidToken(String message) implements Problem {
        @Override
        public String code() {
            return "INVALID_TOKEN";
        }
    }

    /** The caller may not do this at all, whatever the token says. */
    record InsufficientAccess(String message) implements Problem {
        @Override
        public String code() {
            return "INSUFFICIENT_ACCESS";
        }
    }

    /**
     * The person has to approve this very call first.
     *
     * @param url where the person does so
     */
    record ApprovalNeeded(String message, String url) implements Problem {
        @Override
        public String code() {
            return "APPROVAL_REQUIRED";
        }
    }

    /** An answer of the client that does not fit what it was asked, or that it was never asked. */
    record InvalidInput(String message) implements Problem {
        @Override
        public String code() {
            return "INVALID_INPUT";
        }
    }

    /**
     * The call has to ask the client for something that the client did not say it can do.
     *
     * @param capability the members of MCP's ClientCapabilities that lead to it
     */
    record MissingClientCapability(List<String> capability, String message) implements Problem {
        public MissingClientCapability {
            capability = List.copyOf(capability);
        }

        @Override
        public String code() {
            return "MISSING_CLIENT_CAPABILITY";
        }
    }

    /** The client said that it no longer wants the answer, and the work was given up. There is no status for it in RFC 9110; 499 is what servers use. */
    record Cancelled(String message) implements Problem {
        @Override
        public String code() {
            return "CANCELLED";
        }
    }

    /** The client was asked and did not answer, or said that it could not. */
    record ClientUnresponsive(String message) implements Problem {
        @Override
        public String code() {
            return "CLIENT_UNRESPONSIVE";
        }
    }

    /** What is to be changed is no longer, or not yet, as the caller takes it to be. */
    record Conflict(String message) implements Problem {
        @Override
        public String code() {
            return "CONFLICT";
        }
    }

    /**
     * A record that cannot be written as asked.
     *
     * @param fields the API names of the fields that are in the way; only names that the caller gave or may read
     */
    record RefusedWrite(WriteError error, String message, List<String> fields) implements Problem {
        public RefusedWrite {
            fields = List.copyOf(fields);
        }

        @Override
        public String code() {
            return error.name();
        }
    }

    /** The work was more than a limit allows. */
    record LimitExceeded(String message) implements Problem {
        @Override
        public String code() {
            return "LIMIT_EXCEEDED";
        }
    }

    /** A tool that a developer wrote could not do its work, and says why. */
    record ToolFailed(String message) implements Problem {
        @Override
        public String code() {
            return "TOOL_FAILED";
        }
    }

    /**
     * What an administrator allows in a time is used up, or too little of it is left.
     *
     * @param limit the name of the limit
     * @param retryAfter how long until there is more
     */
    record BudgetSpent(String limit, Duration retryAfter, String message) implements Problem {
        @Override
        public String code() {
            return "REQUEST_LIMIT_EXCEEDED";
        }

        @Override
        public String rule() {
            return code() + ":" + limit;
        }
    }

    /**
     * A fault of the server.
     *
     * @param reference the request id under which the operator finds the cause in the log
     */
    record Internal(String reference) implements Problem {
        @Override
        public String code() {
            return "INTERNAL_ERROR";
        }

        @Override
        public String message() {
            return "The server could not complete the request. Give this reference to your administrator: " + reference;
        }
    }

    /** One argument that does not fit: where it stands, as a JSON pointer, and what was expected. */
    record Violation(String location, String message) {}

    /** The kinds of things a caller asks for by name. */
    enum Thing {
        SERVER,
        TOOL,
        OBJECT,
        RECORD,
        CLIENT,
        CONNECTION,
        PROFILE,
        ROLE,
        GROUP,
        RULE,
        REVOCATION,
        SIGNING_KEY,
        EVENT_LOG_FILE,
        PROMPT,
        RESOURCE,
        APPROVAL,
        SESSION
    }

    /** The query language's error codes, in the vocabulary agents already know from SOQL. */
    enum QueryError {
        MALFORMED_QUERY,
        INVALID_FIELD,
        INVALID_TYPE,
        INVALID_RELATIONSHIP,
        INVALID_QUERY_FILTER_OPERATOR,
        NUMBER_OUTSIDE_VALID_RANGE,
        QUERY_TOO_COMPLICATED,
        INVALID_QUERY_LOCATOR,
        INSUFFICIENT_ACCESS,
        QUERY_TIMEOUT
    }

    /** The error codes of writes, in the vocabulary agents already know. */
    enum WriteError {
        INVALID_FIELD,
        INVALID_FIELD_FOR_INSERT_UPDATE,
        INVALID_TYPE_ON_FIELD_IN_RECORD,
        STRING_TOO_LONG,
        NUMBER_OUTSIDE_VALID_RANGE,
        INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST,
        REQUIRED_FIELD_MISSING,
        FIELD_CUSTOM_VALIDATION_EXCEPTION,
        FIELD_INTEGRITY_EXCEPTION,
        INVALID_CROSS_REFERENCE_KEY,
        INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY,
        INSUFFICIENT_ACCESS_OR_READONLY,
        CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY,
        INACTIVE_OWNER_OR_USER,
        DUPLICATE_VALUE,
        DELETE_FAILED,
        UNABLE_TO_LOCK_ROW,
        MATCH_PRECONDITION_FAILED,
        IDEMPOTENCY_KEY_REUSED
    }
}
