// Checks that integer codes have names, and proposes a name from the words of each error.
import { bodyLayout } from "../../model/body-layout.ts";
import { besideGlobals, errorNameOf, pascalCaseOf } from "../../model/naming.ts";
import { isIntegerCode } from "../../model/wire-code.ts";
import type { ResolvedError } from "../../reader/table/resolve.ts";
import { namedEntries } from "../engine/identifiers.ts";
import { defineRule } from "../engine/rule.ts";

export const unnamedCode = defineRule({
  id: "unnamed-code",
  severity: "warning",
  summary: "Integer codes have an `identifier`.",
  explanation:
    "Generated code calls the code 10059 E10059, which says nothing to its readers. A name that were made of the message would change with the " +
    "message, so it is written down: `errtable lint --fix` takes the first words of the message or of the description, where no other code has them.",
  example: {
    wrong:
      "body: { code: { at: /code, type: integer }, message: /message }\n" +
      "errors:\n  10059: { status: 404, message: stream not found, solution: Create it. }\n",
    right:
      "body: { code: { at: /code, type: integer }, message: /message }\n" +
      "errors:\n  10059: { status: 404, identifier: StreamNotFound, message: stream not found, solution: Create it. }\n",
  },
  reads: ["name", "body", "imports"],
  rowFields: ["identifier", "message", "params", "description"],
  *check(table) {
    const { name: tableName, body } = table.root.table;
    if (bodyLayout(body).code.type === "string") return;
    const entries = namedEntries(table);
    const taken = new Set(entries.filter(({ isWritten }) => isWritten).map(({ errorName }) => errorName));
    for (const { entry, identifier, isWritten, place } of entries) {
      if (isWritten || !isIntegerCode(entry.code)) continue;
      const proposed = besideGlobals(firstWords(entry), tableName);
      const isFree = proposed !== "" && !taken.has(errorNameOf(proposed));
      taken.add(errorNameOf(proposed));
      yield {
        ...place,
        message: `The code ${entry.code} is called "${identifier}" in generated code.`,
        help: `Name it with "identifier: ${isFree ? proposed : "…"}".`,
        fix: isFree ? { kind: "add", path: entry.path, name: "identifier", value: proposed } : undefined,
      };
    }
  },
});

/** The first words of the message, or else of the description, up to the first sign that ends a thought. */
function firstWords({ spec, template, cases: [first] }: ResolvedError): string {
  const tokens = (template ?? first?.template)?.template.tokens ?? [];
  const message = tokens.map((token) => (token.kind === "literal" ? token.text : " ")).join("");
  const [thought = ""] = (/[A-Za-z]{3}/.test(message) ? message : (spec.description ?? "")).split(/[.,:;!?()\n]/);
  const words = thought.match(/[A-Za-z][A-Za-z0-9']*/g) ?? [];
  return pascalCaseOf(words.slice(0, MOST_WORDS).join(" ").replaceAll("'", ""));
}

const MOST_WORDS = 6;
