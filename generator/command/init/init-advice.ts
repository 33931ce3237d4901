// The lines that a person adds to files that are there, as init prints them.
import { CONFIG, type ForeignLine } from "./init-files.ts";

/** Whether the text of a configuration names the file. */
export function names(text: string, file: string): boolean {
  return text.split(/[\s"'/,]+/).includes(file);
}

export function hasLine(text: string, line: string): boolean {
  return text.split(/\r?\n/).includes(line);
}

export function lineAdvice({ path, line }: ForeignLine): string {
  return `Add this line to ${path}:\n\n  ${line}\n\n`;
}

export function targetAdvice(lines: readonly string[]): string {
  return `Add these lines to "targets" of ${CONFIG}:\n\n${lines.join("")}\n`;
}

export function biomeAdvice(names: readonly string[]): readonly string[] {
  const name = names.find((one) => /^\.?biome\.jsonc?$/.test(one));
  return name === undefined
    ? []
    : [`Keep Biome out of the generated files: add "!errors" to files.includes of ${name}.\n\n`];
}
