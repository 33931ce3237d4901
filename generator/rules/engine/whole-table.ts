// Where every error of a table that a rule concerns has a finding of it, one finding at "errors" takes the place of all of them.
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import { groupBy } from "../../diagnostic/group-by.ts";
import type { ResolvedTable } from "../../reader/table/resolve.ts";
import type { Finding, Rule } from "./rule.ts";
import type { Trust } from "./trust.ts";

/** The diagnostics were made of `findings`. A finding that a comment accepts is not among the diagnostics. */
export function joinFindings(
  { tables, entries }: ResolvedTable,
  diagnostics: readonly Diagnostic[],
  findings: ReadonlyMap<Diagnostic, Finding>,
  { rules, trust }: { readonly rules: readonly Rule[]; readonly trust: Trust },
): readonly Diagnostic[] {
  if (!rules.some(({ everywhere }) => everywhere !== undefined) || diagnostics.length < 2) return diagnostics;
  const byOwner = groupBy(entries, ({ owner }) => owner);
  const byRule = groupBy(diagnostics, ({ code }) => code);
  const replaced = new Set<Diagnostic>();
  const joined: Diagnostic[] = [];
  for (const rule of rules) {
    const found = rule.everywhere === undefined ? [] : (byRule.get(rule.id) ?? []);
    for (const owner of found.length < 2 ? [] : tables) {
      const listed = (byOwner.get(owner) ?? [])
        .filter((entry) => rule.concerns?.(entry) ?? true)
        .map(({ code }) => code);
      const codes = new Set(listed.filter((code) => !trust.isBroken(owner.document, code)));
      const own = found.filter((diagnostic) => {
        const { document, path } = findings.get(diagnostic) ?? { path: [] };
        return document === owner.document && path[0] === "errors" && codes.has(String(path[1]));
      });
      const [first] = own;
      if (
        first === undefined ||
        codes.size < 2 ||
        new Set(own.map((one) => findings.get(one)?.path[1])).size < codes.size ||
        rule.everywhere === undefined
      )
        continue;
      for (const diagnostic of own) replaced.add(diagnostic);
      const place = { source: owner.document.source, span: owner.document.keySpan(["errors"]) };
      const { code, severity } = first;
      joined.push({ code, severity, ...rule.everywhere(codes.size, owner.table.name), place });
    }
  }
  return replaced.size === 0 ? diagnostics : [...diagnostics.filter((one) => !replaced.has(one)), ...joined];
}
