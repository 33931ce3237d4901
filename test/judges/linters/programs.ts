// Where the programs of linters are, and the configuration of ESLint.
import { join } from "node:path";

/** "eslint", "publint" or "attw". */
export function linterProgram(name: string): string {
  return join(import.meta.dirname, "node_modules/.bin", name);
}

export const ESLINT_CONFIG = join(import.meta.dirname, "eslint.config.mjs");
