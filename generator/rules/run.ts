// Runs the rules over a resolved table: findings become diagnostics with places and severities.
import { compareText, type Diagnostic } from "../diagnostic/diagnostic.ts";
import type { DiagnosticKind, FindingId, Severity } from "../diagnostic/kinds.ts";
import type { Place } from "../diagnostic/source.ts";
import { createCorrector, didYouMean } from "../diagnostic/suggest.ts";
import type { Edit } from "../diagnostic/text-edits.ts";
import type { ResolvedTable } from "../reader/table/resolve.ts";
import { scalarText } from "../reader/yaml/edits.ts";
import { applyIgnores, ignoreKinds } from "./engine/ignore.ts";
import { type FindingMemory, keptFindings } from "./engine/kept-findings.ts";
import { freeName } from "./engine/places.ts";
import type { Finding, FindingPlace, Rule } from "./engine/rule.ts";
import { trustIn } from "./engine/trust.ts";
import { joinFindings } from "./engine/whole-table.ts";
import { rules as allRules } from "./index.ts";

/** By rule, where they differ from the rules' own. */
export type Severities = Readonly<Record<string, Severity | "off">>;

export interface SeverityProblem {
  readonly rule: string;
  readonly message: string;
  readonly help?: string;
  /** The rule that is certainly meant. */
  readonly meant?: string;
}

const STRICTNESS: Readonly<Record<Severity | "off", number>> = { off: 0, note: 1, warning: 2, error: 3 };

/** The severities of a table that two configurations name: of each rule the stricter one. */
export function strictest(a: Severities, b: Severities): Severities {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return Object.fromEntries(
    checkKinds
      .filter(({ id }) => names.has(id))
      .map((kind) => {
        const [one, other] = [severityOf(kind, a), severityOf(kind, b)];
        return [kind.id, STRICTNESS[one] >= STRICTNESS[other] ? one : other];
      }),
  );
}

/** In the order of the rules; with a memory, errors that have not changed are not looked at again. Findings that a comment accepts are left out; comments that accept nothing are reported. */
export function runRules(
  table: ResolvedTable,
  severities: Severities = {},
  rules: readonly Rule[] = allRules,
  memory?: FindingMemory,
): readonly Diagnostic[] {
  const findings = new Map<Diagnostic, Finding>();
  const trust = trustIn(table);
  const isOn = (rule: Rule): boolean => severityOf(rule, severities) !== "off";
  const findingsOf: (rule: Rule) => Iterable<Finding> =
    memory === undefined ? (rule) => rule.check(table) : keptFindings(table, rules.filter(isOn), memory);
  for (const rule of rules) {
    const severity = severityOf(rule, severities);
    if (severity === "off" || !trust.canRun(rule)) continue;
    for (const finding of findingsOf(rule)) {
      if (trust.isSound(finding, rule)) findings.set(toDiagnostic(finding, rule.id, severity), finding);
    }
  }
  const left = applyIgnores(table, [...findings.keys()], {
    rules,
    severityOf: (kind) => severityOf(kind, severities),
    // If only some rules run, or not on all rows, a comment for the others is not unused.
    isComplete: rules === allRules && trust.isWhole,
  });
  return joinFindings(table, left, findings, { rules, trust });
}

/** Kinds whose severity a configuration can set, unless they are required. */
export const checkKinds: readonly DiagnosticKind[] = Object.freeze([...allRules, ...ignoreKinds]);

/** A table that is only compared need not please the other rules; without these it has no model. */
export const ONLY_REQUIRED: Severities = Object.fromEntries(
  checkKinds.filter(({ required }) => required !== true).map(({ id }) => [id, "off"] as const),
);

const SETTABLE =
  'errtable explain lists the rules: those below "Errors", "Warnings" and "Differences" have severities.';

/** The faults in the severities of a configuration. `others` are rules that look at more than one version of a table. */
export function checkSeverities(
  severities: Readonly<Record<string, string>>,
  others: readonly string[] = [],
): readonly SeverityProblem[] {
  const kinds = new Map<string, DiagnosticKind>(checkKinds.map((kind) => [kind.id, kind]));
  return Object.keys(severities)
    .toSorted(compareText)
    .flatMap((rule): readonly SeverityProblem[] => {
      const kind = kinds.get(rule);
      if (kind === undefined && others.includes(rule)) return [];
      if (kind === undefined) {
        const names = [...kinds.keys(), ...others];
        const beside = Object.keys(severities);
        const help = didYouMean(rule, names, beside) ?? SETTABLE;
        const meant = freeName(createCorrector(names)(rule), beside);
        return [{ rule, message: `There is no rule "${rule}".`, help, ...(meant === undefined ? {} : { meant }) }];
      }
      if (kind.required !== true || severities[rule] === kind.severity) return [];
      const message = `The rule "${rule}" is always an error: outputs would be wrong without it.`;
      return [{ rule, message, help: "Remove the line, and correct the findings of the rule." }];
    });
}

function severityOf(kind: DiagnosticKind, severities: Severities): Severity | "off" {
  if (kind.required === true || !Object.hasOwn(severities, kind.id)) return kind.severity;
  return severities[kind.id] ?? kind.severity;
}

function toDiagnostic(finding: Finding, code: FindingId, severity: Severity): Diagnostic {
  const { message, help, related } = finding;
  const edit = toEdit(finding);
  return {
    code,
    severity,
    message,
    place: toPlace(finding),
    ...(related && { related: related.map((other) => ({ message: other.message, place: toPlace(other) })) }),
    ...(help === undefined ? {} : { help }),
    ...(edit === undefined ? {} : { fix: [edit] }),
  };
}

function toEdit({ fix, ...place }: Finding): Edit | undefined {
  if (fix === undefined) return undefined;
  switch (fix.kind) {
    case "replace":
      return { ...toPlace(fix.place ?? place).span, text: scalarText(fix.text) };
    case "add":
      return place.document.addition(fix.path, fix.name, fix.value);
    default:
      return fix satisfies never;
  }
}

function toPlace({ document, path, at, part }: FindingPlace): Place {
  const { source } = document;
  if (part !== undefined) return { source, span: document.partSpan(path, part.offset, part.length) };
  return { source, span: at === "key" ? document.keySpan(path) : document.valueSpan(path) };
}
