// The marks that Git leaves in a text whose two sides it could not merge become findings.
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import { positionAt, type SourceFile } from "../../diagnostic/source.ts";
import { shellLine } from "../../text/shell-line.ts";

interface Mark {
  readonly sign: string;
  /** The name of the side, such as "HEAD"; empty where the line has none. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The conflicts whose lines are meant, in a text where the marks may also be text. */
export function conflictsOf(
  source: SourceFile,
  isMeant: (lines: string, start: number) => boolean,
): readonly Diagnostic[] {
  const marks = marksOf(source.text);
  return marks.flatMap((first, at) => {
    const own = marks.slice(at, at + conflictLength(marks, at));
    const last = own.at(-1);
    return last !== undefined && isMeant(source.text.slice(first.start, last.end), first.start)
      ? [conflict(source, own)]
      : [];
  });
}

/** One finding for each conflict, or for each mark that a conflict left. Only for a text that its language refuses: "=======" is a line of some. */
export function findConflicts(source: SourceFile): readonly Diagnostic[] {
  const marks = marksOf(source.text);
  const found: Diagnostic[] = [];
  for (let at = 0; at < marks.length; ) {
    const length = conflictLength(marks, at);
    const own = marks.slice(at, at + Math.max(1, length));
    found.push(length === 0 ? strayMark(source, own) : conflict(source, own));
    at += own.length;
  }
  return found;
}

function marksOf(text: string): readonly Mark[] {
  return Array.from(
    text.matchAll(/^(?:(<{7}|>{7}|\|{7})(?: (.*?))?|={7})\r?$/gm),
    ({ 0: line, 1: sign, 2: name, index }) => ({
      sign: sign?.[0] ?? "=",
      name: name ?? "",
      start: index,
      end: index + line.trimEnd().length,
    }),
  );
}

/** The number of marks of the conflict that begins here: the sides, and perhaps the text that both had before; 0 where none begins. */
function conflictLength(marks: readonly Mark[], at: number): number {
  const signs = marks.slice(at, at + 4).map(({ sign }) => sign);
  return /^<\|?=>/.exec(signs.join(""))?.[0].length ?? 0;
}

function conflict(source: SourceFile, marks: readonly Mark[]): Diagnostic {
  const [first = NO_MARK, last = NO_MARK] = [marks[0], marks.at(-1)];
  const lines = [first, last].map(({ start }) => positionAt(source, start).line);
  const sides = [first.name || "one side", last.name || "the other side"].map((name) => `"${name}"`);
  const message = `Lines ${lines.join(" to ")} are an unfinished merge of ${sides.join(" and ")}.`;
  const help = "Keep the lines of one side, or the wanted ones of both, and remove the lines with the marks.";
  return finding(source, first, message, `${help}${joinedBy(source)}`);
}

/** The rows of a table have a driver that joins those of both sides. */
function joinedBy({ path }: SourceFile): string {
  if (!/\.(?:errors|accepted)\.ya?ml$/.test(path)) return "";
  const again = shellLine(["git", "checkout", "--merge", path]);
  return ` While Git merges, "errtable merge-driver --install" and then "${again}" join the rows of both sides.`;
}

const NO_MARK: Mark = { sign: "", name: "", start: 0, end: 0 };

function strayMark(source: SourceFile, [mark = NO_MARK]: readonly Mark[]): Diagnostic {
  return finding(source, mark, "The line is a mark of a merge conflict.", "Remove the line.");
}

function finding(source: SourceFile, { start, end }: Mark, message: string, help: string): Diagnostic {
  return { code: "merge-conflict", severity: "error", message, help, place: { source, span: { start, end } } };
}
