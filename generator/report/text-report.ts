// Diagnostics as people read them in a terminal: place, message, the line with the place underlined, help.
import type { Colors } from "picocolors/types.js";
import { compareText, type Diagnostic } from "../diagnostic/diagnostic.ts";
import { groupBy } from "../diagnostic/group-by.ts";
import { type Place, positionAt } from "../diagnostic/source.ts";
import { showControls } from "../diagnostic/unseen.ts";
import { codeFrame } from "./frame.ts";

export interface TextReportOptions {
  readonly colors: Colors;
  /** Every finding, instead of the first few of each rule. */
  readonly all?: boolean;
}

/** A person corrects a rule's first findings, and the others mostly in the same way. */
const MOST_OF_A_RULE = 5;

/** Empty without diagnostics. */
export function reportText(diagnostics: readonly Diagnostic[], { colors, all = false }: TextReportOptions): string {
  if (diagnostics.length === 0) return "";
  const byRule = groupBy(diagnostics, ({ code }) => code);
  const blocks = diagnostics.flatMap((diagnostic) => {
    const same = byRule.get(diagnostic.code) ?? [];
    const rest = all ? 0 : Math.max(0, same.length - MOST_OF_A_RULE);
    const at = rest === 0 ? 0 : same.indexOf(diagnostic);
    if (at >= MOST_OF_A_RULE) return [];
    const isLast = rest > 0 && at === MOST_OF_A_RULE - 1;
    const more = isLast ? ["", `${colors.dim(`${diagnostic.code}:`)} and ${grouped(rest)} more (--all)`] : [];
    return [`${[...block(diagnostic, colors), ...more].join("\n")}\n\n`];
  });
  return `${blocks.join("")}${[...counts(byRule, colors), summary(diagnostics, colors)].join("\n")}\n`;
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
  const rows = Array.from(byRule, ([rule, { length, 0: first }]) => ({
    rule,
    length,
    isError: first?.severity === "error",
  })).toSorted((a, b) => Number(b.isError) - Number(a.isError) || b.length - a.length || compareText(a.rule, b.rule));
  const width = Math.max(...rows.map(({ length }) => grouped(length).length));
  return rows.map(({ rule, length, isError }) => {
    const name = isError ? colors.red(`error[${rule}]`) : colors.yellow(`warning[${rule}]`);
    return `${grouped(length).padStart(width + 2)} ${name}`;
  });
}

/** "9,727"; never as the locale of the machine has it. */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

/** "2 errors and 1 warning in 2 files." */
function summary(diagnostics: readonly Diagnostic[], colors: Colors): string {
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  const warnings = diagnostics.length - errors;
  const files = new Set(diagnostics.map(({ place }) => place.source.path)).size;
  const counts = [
    ...(errors > 0 ? [colors.red(plural(errors, "error"))] : []),
    ...(warnings > 0 ? [colors.yellow(plural(warnings, "warning"))] : []),
  ];
  return `${counts.join(" and ")} in ${plural(files, "file")}.`;
}

function block(
  { code, severity, message, place, related, help, example = [] }: Diagnostic,
  colors: Colors,
): readonly string[] {
  const paint = severity === "error" ? colors.red : colors.yellow;
  const head = `${location(place, colors)} ${paint(`${severity}[${code}]`)} ${colors.bold(showControls(message))}`;
  return [
    head,
    ...indent(codeFrame(place, paint, colors)),
    ...(help === undefined ? [] : [`  ${colors.cyan("help:")} ${showControls(help)}`]),
    ...example.map((line) => `        ${showControls(line)}`),
    ...(related ?? []).flatMap((other) => [
      `  ${colors.blue("note:")} ${location(other.place, colors)} ${showControls(other.message)}`,
      ...indent(codeFrame(other.place, colors.blue, colors)),
    ]),
  ];
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
