// errtable's words in English; their names are those of every language.

/** Signs around labels. */
export const WESTERN_MARKS = { colon: ": ", comma: ", ", openBracket: " (", closeBracket: ")" };

export const en = {
  name: "English",
  tags: /^en\b/i,
  /** A configuration can give other words. */
  labels: {
    ...WESTERN_MARKS,
    status: "Status",
    code: "Code",
    message: "Message",
    description: "Description",
    solution: "Solution",
    cause: "Cause",
    group: "Group",
    retry: "Retry",
    retryNever: "no, the same request fails again",
    retryBackoff: "yes, after a growing delay",
    retryThrottled: "yes, after the time that the response names or a growing delay",
    since: "Since",
    params: "Parameters",
    headers: "Headers",
    details: "Details",
    example: "Example",
    /** Before an example in brackets. */
    forExample: "for example ",
    seeAlso: "See also",
    documentation: "Documentation",
    required: "required",
    /** Of a param whose value must not stand in logs. */
    sensitive: "sensitive",
    deprecated: "Deprecated.",
    /** {since} is a version. */
    deprecatedSince: "Deprecated since {since}.",
    /** The heading of the codes that are no longer used. */
    retired: "Retired codes",
    retiredNotice: "No longer used.",
    retiredSince: "No longer used since {since}.",
    /** {code} is a link. */
    replacedBy: "Use {code} instead.",
    /** The heading of the errors without a group. */
    others: "Other errors",
    tags: "Tags",
    /** The code as it stands in responses, where a text stands before it there. */
    wireCode: "In responses",
    operations: "Operations",
    everyOperation: "every operation",
    /** Before the operations that may answer with an error. */
    answerOf: "May be the answer of",
    /** The heading of the errors that every operation may answer with. */
    commonAnswers: "Errors of every operation",
    /** In place of operations that the table does not have. */
    noOperations: "No operation is named.",
    /** The heading of the errors without a status. */
    withoutStatus: "Without a status",
    /** {place} is a JSON Pointer. */
    listed: "Responses list errors at {place}; each example is one of them.",
    listedAlone: "Responses are a list of errors; each example is one of them.",
    /** {locale} is a language tag. */
    untranslated: "Texts marked {locale} are not translated yet.",
    /** The headings of the differences between two versions of a table. */
    changesAdded: "Added",
    changesChanged: "Changed",
    changesDeprecated: "Deprecated",
    changesRemoved: "Removed",
    /** In place of these headings. */
    unchanged: "Nothing has changed.",
  },
  /** The words that only the page of the error centre has. */
  centre: {
    /** {title} is the title of the table. */
    heading: "{title} errors",
    skip: "Skip to the errors",
    language: "Language",
    search: "Search",
    searchHint: "Code, message, meaning or solution",
    filters: "Filters",
    reset: "Reset",
    never: "No",
    backoff: "After a delay",
    throttled: "When the limit allows",
    index: "All errors",
    version: "Version",
    source: "Source",
    /** {date} is the day on which the source was read. */
    retrieved: "as of {date}",
    internal: "Internal",
    decode: "Decode an error",
    paste: "Paste a response, a log line or a message",
    stays: "Nothing you paste leaves this page.",
    clear: "Clear",
    /** Beside the status of an error. */
    noRetry: "Do not retry",
    retryLater: "Retry after a delay",
    retryAllowed: "Retry when the limit allows",
    /** Opens a menu of the following. */
    copy: "Copy",
    copyLink: "Copy link",
    copyCode: "Copy code",
    copyExample: "Copy JSON",
    copyGuard: "Copy TypeScript",
    /** An arm of the generated function `match…`. */
    copyArm: "Copy match arm",
  },
  /** The words that the script of the error centre writes into the page. */
  script: {
    all: "{total} errors",
    some: "{count} of {total} errors",
    /** Behind the number of errors, where retired codes match too. */
    gone: "Retired codes: {count}.",
    none: "No error matches.",
    /** {code} comes from a link. */
    unknown: "There is no error called {code}.",
    nearest: "Did you mean:",
    /** {code} is the best match, {count} a number. */
    decoded: "Best match: {code}. Matches: {count}.",
    undecoded: "Nothing in this text is an error of this table.",
    sameStatus: "Errors with this status:",
    /** {code} is one that stands for success. */
    success: "No error: {code} stands for success.",
    /** {list} holds words of `matches`. */
    matched: "Matched on {list}",
    matches: { code: "code", status: "status", message: "message" },
    ambiguous: "The message does not tell its values apart.",
    cut: "Only the beginning was looked at.",
    request: "Request",
    copied: "Copied.",
    uncopied: "The browser forbids copying.",
  },
};
