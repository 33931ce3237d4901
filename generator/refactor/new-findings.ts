// The findings before and after a change become those that the change has made.
import { type Diagnostic, hasErrors } from "../diagnostic/diagnostic.ts";

/** Findings that were there before have their old message, or the same message with the new name. Errors alone, if there are any. */
export function newFindings(
  before: readonly Diagnostic[],
  after: readonly Diagnostic[],
  [from, to]: readonly [string, string] = ["", ""],
): readonly Diagnostic[] {
  const identity = ({ code, message, place }: Diagnostic, text = message) =>
    JSON.stringify([place.source.path, code, text]);
  const renamed = (message: string): string => message.replaceAll(`"${from}"`, () => `"${to}"`);
  const known = new Set(before.flatMap((one) => [identity(one), identity(one, renamed(one.message))]));
  const found = after.filter((one) => !known.has(identity(one)));
  return hasErrors(found) ? found.filter(({ severity }) => severity === "error") : found;
}
