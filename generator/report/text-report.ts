// Diagnostics as people read them in a terminal: place, message, the line with the place underlined, help.
import type { Colors } from "picocolors/types.js";
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import { type Place, positionAt } from "../diagnostic/source.ts";
import { showControls } from "../diagnostic/unseen.ts";
import { codeFrame } from "./frame.ts";

/** Empty without diagnostics. */
export function reportText(diagnostics: readonly Diagnostic[], { colors }: { readonly colors: Colors }): string {
  if (diagnostics.length === 0) return "";
  const blocks = diagnostics.map((diagnostic) => `${block(diagnostic, colors).join("\n")}\n\n`);
  return `${blocks.join("")}${summary(diagnostics, colors)}\n`;
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

function block({ code, severity, message, place, related, help }: Diagnostic, colors: Colors): readonly string[] {
  const paint = severity === "error" ? colors.red : colors.yellow;
  const head = `${location(place, colors)} ${paint(`${severity}[${code}]`)} ${colors.bold(showControls(message))}`;
  return [
    head,
    ...indent(codeFrame(place, paint, colors)),
    ...(help === undefined ? [] : [`  ${colors.cyan("help:")} ${showControls(help)}`]),
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
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
