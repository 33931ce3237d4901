// Tables of a few words per row, as protocols and databases publish them: most of their generated code is the same for all tables.

/** The text of a table by what its rows say. The codes and the lengths of names and texts are like those of real tables. */
export const TERSE_TABLES = {
  "numbers with names": (count) => numbers(count, "none", () => []),
  "numbers with names and sentences": (count) =>
    numbers(count, "/errorMessage", (at) => [`    message: ${sentence(at)}\n`]),
  "numbers with names, sentences and retry classes": (count) =>
    numbers(count, "/errorMessage", (at) => [
      `    message: ${sentence(at)}\n`,
      ...(at % 3 === 0 ? ["    retry: backoff\n"] : []),
    ]),
  "texts with names": (count) => states(count, () => []),
  "texts with names and a few words": (count) => states(count, (at) => [`    message: ${words(at).join(" ")}\n`]),
  "names with a constant": (count) => constants(count, () => []),
  "names with a constant and a few words": (count) =>
    constants(count, (at) => [`    message: ${words(at).join(" ")}\n`]),
  "classes of names with descriptions": (count) => classes(count),
} as const satisfies Readonly<Record<string, (count: number) => string>>;

function numbers(count: number, message: string, more: (at: number) => readonly string[]): string {
  return `errtable: 1
name: Broker
body:
  code: { at: /errorCode, type: integer, success: [0] }
  message: ${message}
errors:
${rows(count, (at) => `  ${at === 0 ? -1 : at}:\n    identifier: ${name(at)}\n${more(at).join("")}`)}`;
}

function states(count: number, more: (at: number) => readonly string[]): string {
  return `errtable: 1
name: Ledger
body: { code: /code, message: /message }
errors:
${rows(count, (at) => `  "${state(at)}":\n    identifier: ${name(at)}\n${more(at).join("")}`)}`;
}

function constants(count: number, more: (at: number) => readonly string[]): string {
  const row = (at: number): string =>
    `  ${words(at).join("_")}:\n${more(at).join("")}    constants: { state: "${state(at)}" }\n`;
  return `errtable: 1
name: Ledger
body:
  code: /name
  message: /message
  properties:
    state: { type: string }
  required: [state]
errors:
${rows(count, row)}`;
}

function classes(count: number): string {
  const row = (at: number): string =>
    `  FailedOperation.${name(at)}:\n    description: The ${words(at).join(" ")} cannot be used.\n`;
  return `errtable: 1
name: Ledger
body: { code: /Error/Code, message: /Error/Message }
errors:
${rows(count, row)}`;
}

function rows(count: number, row: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => row(at)).join("");
}

const SUBJECTS = ["offset", "topic", "group", "replica", "ledger", "cursor", "partition", "schema", "transaction"];
const FAULTS = ["out of range", "not available", "already exists", "invalid", "in use", "fenced", "too large"];

/** A few words, which are those of no other row up to 5103 rows. */
function words(at: number): readonly string[] {
  const pick = (list: readonly string[], by: number): string => list[Math.floor(at / by) % list.length] ?? "";
  return [
    pick(SUBJECTS, 1),
    ...pick(FAULTS, 9).split(" "),
    pick(SUBJECTS, 63),
    ...(at < 567 ? [] : [pick(SUBJECTS, 567)]),
  ];
}

function name(at: number): string {
  return words(at)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}

function sentence(at: number): string {
  return `The ${words(at).join(" ")} that the request names cannot be used.`;
}

/** Five digits or capital letters: two of a class, three of the class. */
function state(at: number): string {
  return (
    (Math.floor(at / 20) + 36).toString(36).padStart(2, "0").toUpperCase() + String((at % 20) * 7).padStart(3, "0")
  );
}
