// The version that a file says it is written in; a newer one than this errtable reads is told before anything else in the file.
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import type { FixedKinds } from "../diagnostic/kinds.ts";
import type { SpecDocument } from "./yaml/document.ts";

const VERSION = 1;

export const VERSION_KINDS = {
  "newer-version": {
    summary: "A file is written in a version of the language that this errtable reads.",
    explanation:
      "The field errtable says which version of the language a table, a translation or a configuration is written in. A newer version may have fields that mean something else here, so nothing else in the file is read.",
  },
} as const satisfies FixedKinds;

declare module "../diagnostic/kinds.ts" {
  interface FindingIds {
    readonly version: keyof typeof VERSION_KINDS;
  }
}

export function newerVersion({ data, source, valueSpan }: SpecDocument): Diagnostic | undefined {
  const version: unknown = typeof data === "object" && data !== null && "errtable" in data ? data.errtable : undefined;
  if (typeof version !== "number" || !Number.isInteger(version) || version <= VERSION) return undefined;
  return {
    code: "newer-version",
    severity: "error",
    message: `The file is written in version ${version} of errtable's language, and this errtable reads version ${VERSION}.`,
    help: "Install a newer version of errtable.",
    place: { source, span: valueSpan(["errtable"]) },
  };
}
