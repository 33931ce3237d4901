// Diagnostics as people read them in a terminal: place, message, the line with the place underlined, help.
import type { Colors } from "picocolors/types.js";
import { compareText, type Diagnostic, type Related } from "../diagnostic/diagnostic.ts";
import { groupBy } from "../diagnostic/group-by.ts";
import type { Severity } from "../diagnostic/kinds.ts";
import { type Place, positionAt } from "../diagnostic/source.ts";
import { showControls } from "../diagnostic/unseen.ts";
import { codeFrame } from "./frame.ts";

export interface TextReportOptions {
  readonly colors: Colors;
  /** Every finding, instead of the first few of each rule. */
  readonly all?: boolean;
  /** Warnings are not what the command is for: each rule gets a line and its help. */
  readonly brief?: boolean;
}

/** A person corrects a rule's first findings, and the others mostly in the same way. */
const MOST_OF_A_RULE = 5;

/** Empty without diagnostics. Errors come in their order, then the warnings of each rule together, those of rare ones first. */
export function reportText(diagnostics: readonly Diagnostic[], options: TextReportOptions): string {
  if (diagnostics.length === 0) return "";
  const { colors, all = false, brief = false } = options;
  // A rule may find errors, and notes of those that are accepted.
  const byRule = groupBy(diagnostics, ({ code, severity }) => `${severity} ${code}`);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const groups = [...rareFirst(diagnostics, "warning"), ...rareFirst(diagnostics, "note")];
  const blocks = [
    ...errorBlocks(errors, options),
    ...groups.map((group) => warningBlock(group, { colors, all, brief: brief && !all })),
  ];
  const isShort = brief && !all && errors.length === 0;
  const ends = [...(isShort ? [] : counts(byRule, colors)), summary(diagnostics, colors)];
  return `${blocks.map((lines) => `${lines.join("\n")}\n\n`).join("")}${ends.join("\n")}\n`;
}

/** The findings of a severity by their rule, those of rare ones first. */
function rareFirst(diagnostics: readonly Diagnostic[], severity: Severity): readonly (readonly Diagnostic[])[] {
  const byRule = groupBy(
    diagnostics.filter((each) => each.severity === severity),
    ({ code }) => code,
  );
  return [...byRule.values()].toSorted(
    (a, b) => a.length - b.length || compareText(a[0]?.code ?? "", b[0]?.code ?? ""),
  );
}

function errorBlocks(errors: readonly Diagnostic[], { colors, all = false }: TextReportOptions) {
  const byRule = groupBy(errors, ({ code }) => code);
  return errors.flatMap((error) => {
    const same = byRule.get(error.code) ?? [];
    const at = same.length > MOST_OF_A_RULE && !all ? same.indexOf(error) : 0;
    if (at >= MOST_OF_A_RULE) return [];
    const isLast = at === MOST_OF_A_RULE - 1;
    const more = isLast ? ["", `${colors.dim(`${error.code}:`)} ${others(same.length - MOST_OF_A_RULE)}`] : [];
    return [[...block(error, colors), ...more]];
  });
}

/** The first finding of a rule, and a line for each of the next ones; related places without a file are shown with each. */
function warningBlock(group: readonly Diagnostic[], { colors, all, brief }: Required<TextReportOptions>) {
  const [first, ...rest] = group;
  if (first === undefined) return [];
  const shown = brief ? [] : rest.slice(0, all ? rest.length : MOST_OF_A_RULE - 1);
  const left = rest.length - shown.length;
  return [
    ...block(first, colors, { hasFrame: !brief }),
    ...shown.flatMap((one) => [
      `  ${colors.dim("also:")} ${location(one.place, colors)} ${showControls(one.message)}`,
      ...(one.help === first.help ? [] : helpOf(one, colors)),
      ...relatedOf(one, colors, ({ hasNoFile = false }) => hasNoFile),
    ]),
    ...(left === 0 ? [] : [`  ${others(left)}`]),
  ];
}

const SEVERITIES: readonly Severity[] = ["error", "warning", "note"];

function painter(severity: Severity, colors: Colors): (text: string) => string {
  return { error: colors.red, warning: colors.yellow, note: colors.blue }[severity];
}

function others(count: number): string {
  return `and ${grouped(count)} more (--all)`;
}

/** Notes about files of the user, which need no correction: a line each. */
export function noteLines(notes: readonly Diagnostic[]): string {
  return notes
    .map(({ message, help = "", place: { source, span } }) => {
      const { line, column } = positionAt(source, span.start);
      return `${showControls(`${source.path}:${line}:${column}: ${message} ${help}`.trimEnd())}\n`;
    })
    .join("");
}

/** A line per rule, errors first, then by number. */
function counts(byRule: ReadonlyMap<string, readonly Diagnostic[]>, colors: Colors): readonly string[] {
  const rows = Array.from(byRule.values(), ({ length, 0: first }) => ({
    rule: first?.code ?? "",
    length,
    severity: first?.severity ?? "note",
  })).toSorted(
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      b.length - a.length ||
      compareText(a.rule, b.rule),
  );
  const width = Math.max(...rows.map(({ length }) => grouped(length).length));
  return rows.map(
    ({ rule, length, severity }) =>
      `${grouped(length).padStart(width + 2)} ${painter(severity, colors)(`${severity}[${rule}]`)}`,
  );
}

/** "9,727"; never as the locale of the machine has it. */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

/** "2 errors and 1 warning in 2 files." */
function summary(diagnostics: readonly Diagnostic[], colors: Colors): string {
  const files = new Set(diagnostics.map(({ place }) => place.source.path)).size;
  const counts = SEVERITIES.flatMap((severity) => {
    const { length } = diagnostics.filter((each) => each.severity === severity);
    return length === 0 ? [] : [painter(severity, colors)(plural(length, severity))];
  });
  const last = counts.at(-1) ?? "";
  return `${[...(counts.length > 1 ? [counts.slice(0, -1).join(", ")] : []), last].join(" and ")} in ${plural(files, "file")}.`;
}

function block(diagnostic: Diagnostic, colors: Colors, { hasFrame = true } = {}): readonly string[] {
  const { code, severity, message, place } = diagnostic;
  const paint = painter(severity, colors);
  const head = `${location(place, colors)} ${paint(`${severity}[${code}]`)} ${colors.bold(showControls(message))}`;
  if (!hasFrame) return [head, ...helpOf(diagnostic, colors)];
  return [
    head,
    ...indent(codeFrame(place, paint, colors)),
    ...helpOf(diagnostic, colors),
    ...relatedOf(diagnostic, colors, () => true),
  ];
}

function relatedOf({ related = [] }: Diagnostic, colors: Colors, hasFrame: (other: Related) => boolean) {
  return related.flatMap((other) => [
    `  ${colors.blue("note:")} ${location(other.place, colors)} ${showControls(other.message)}`,
    ...(hasFrame(other) ? indent(codeFrame(other.place, colors.blue, colors)) : []),
  ]);
}

function helpOf({ help, example = [] }: Diagnostic, colors: Colors): readonly string[] {
  if (help === undefined) return [];
  return [`  ${colors.cyan("help:")} ${showControls(help)}`, ...example.map((line) => `        ${showControls(line)}`)];
}

function location({ source, span }: Place, colors: Colors): string {
  const { line, column } = positionAt(source, span.start);
  return `${colors.underline(showControls(source.path))}:${line}:${column}`;
}

function indent(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}

function plural(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? "" : "s"}`;
}
