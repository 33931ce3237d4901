// Two versions of a table become one with the changes of both, or stay for a person; nothing of either is lost.
import { describe, expect, test } from "vitest";
import { mergeTables } from "../../generator/refactor/merge-tables.ts";

const BASE = `# Errors of the shop.
errtable: 1
name: Shop
version: 1.0.0

errors:
  Gone:
    status: 410
    message: it is gone # short

  # Wait.
  Busy: { status: 429, solution: Wait. }

operations:
  "*": [Gone]
  Buy:
    - Busy # often
`;

function merge(ours: string, theirs: string, base = BASE): string | undefined {
  const [old, own, other] = [base, ours, theirs].map((text) => ({ path: "shop.errors.yaml", text }));
  return old && own && other && mergeTables({ base: old, ours: own, theirs: other });
}

const ROW = (code: string) => `\n  # About ${code}.\n  ${code}:\n    status: 404\n    solution: Look. # for ${code}\n`;
const addedAtEnd = (code: string) => BASE.replace("\noperations", `${ROW(code)}\noperations`);

/** The changes of the other side alone, in any text that has their places. */
const CHANGES: Readonly<Record<string, (text: string) => string>> = {
  "a code at the end": (text) => text.replace("\noperations", `${ROW("Cart")}\noperations`),
  "a code in the middle": (text) => text.replace("\n  # Wait.", `${ROW("Cart")}\n  # Wait.`),
  "a code less": (text) => text.replace("\n  # Wait.\n  Busy: { status: 429, solution: Wait. }\n", ""),
  "other values": (text) => text.replace("410", "404").replace("it is gone #", "it has gone #"),
  "a field more": (text) => text.replace("# short\n", "# short\n    retry: never\n"),
  "an answer in a list": (text) => text.replace("    - Busy # often\n", "    - Busy # often\n    - Gone # at times\n"),
  "an answer in brackets": (text) => text.replace("[Gone]", "[Gone, Busy]"),
  "another part": (text) => `${text}retired:\n  Old: { replacedBy: Gone }\n`,
  "a value in brackets": (text) => text.replace("solution: Wait. }", "solution: Wait., retry: throttled }"),
};

describe("both sides change", () => {
  test.each(Object.keys(CHANGES))("%s, and a code at the end", (name) => {
    const change = CHANGES[name] ?? String;
    expect(merge(addedAtEnd("User"), change(BASE))).toBe(change(addedAtEnd("User")));
  });

  test.each(Object.keys(CHANGES))("%s, on both", (name) => {
    const changed = (CHANGES[name] ?? String)(BASE);
    expect(merge(changed, changed)).toBe(changed);
    expect(merge(BASE, changed)).toBe(changed);
    expect(merge(changed, BASE)).toBe(changed);
  });

  test.each<[name: string, ours: string, theirs: string]>([
    ["one value in two ways", BASE.replace("410", "404"), BASE.replace("410", "409")],
    [
      "a code in one way, which the other side removes",
      BASE.replace("410", "404"),
      BASE.replace(/ {2}Gone:[\s\S]*short\n/, ""),
    ],
    ["one code in two ways", addedAtEnd("Cart"), addedAtEnd("Cart").replace("404", "409")],
    ["a code, and the other side its comments", addedAtEnd("Cart"), BASE.replace("# short", "# longer")],
    [
      "a code, and the other side the order",
      addedAtEnd("Cart"),
      BASE.replace(/( {2}Gone:[\s\S]*?)(\n {2}# Wait\.[\s\S]*?\n)(?=\noperations)/, "$2\n$1"),
    ],
    ["a code, and the other side breaks the file", addedAtEnd("Cart"), `${BASE}  : [\n`],
  ])("%s: that is for a person", (_, ours, theirs) => {
    expect(theirs).not.toBe(BASE);
    expect(merge(ours, theirs)).toBeUndefined();
  });

  test("in a file with line ends of Windows", () => {
    const windows = (text: string) => text.replaceAll("\n", "\r\n");
    const change = CHANGES["a code at the end"] ?? String;
    expect(merge(windows(addedAtEnd("User")), windows(change(BASE)), windows(BASE))).toBe(
      windows(change(addedAtEnd("User"))),
    );
  });
});
