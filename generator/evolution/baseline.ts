// The version of a table that the present one is compared with.
import type { Place } from "../diagnostic/source.ts";
import type { Model } from "../model/model.ts";
import type { Path } from "../text/json/pointer.ts";

export interface Baseline {
  /** As people are shown it: "main", "1.2.0 of @shop/errors", "release/errors.json". */
  readonly label: string;
  /** With its internal errors, where the baseline has them. */
  readonly model: Model;
  /** Fingerprints of the breaks that were accepted there already, where nothing was released of it yet: they are for a release that is to come. */
  readonly pending?: ReadonlySet<string>;
  /** Finds parts of the table in its own text; absent where the text is not that of a table. */
  readonly placeOf?: PlaceOf;
  /** The file that the model was read from, for findings without a better place. */
  readonly document?: Place;
}

/** The place of a value in a table, or of the nearest enclosing one. */
export type PlaceOf = (path: Path) => Place;
