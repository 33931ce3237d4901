// A name for --only that fits nothing becomes a sentence, and the names that fit.
import { didYouMean } from "../../diagnostic/suggest.ts";
import type { Problem } from "../../output/run/outcome.ts";
import type { UnknownTarget } from "../../output/state/target.ts";

export function unknownTarget({ unknown, known }: UnknownTarget): Problem {
  const names = known.length === 0 ? "There are no targets." : `There are: ${known.join(", ")}.`;
  return { message: `No target is called "${unknown}".`, help: didYouMean(unknown, known) ?? names };
}
