// The scalar values near a cursor, by path: the conditions of a schema ask for them.
import type { Path } from "../../text/json/pointer.ts";
import type { Cursor } from "./cursor.ts";
import { unquoted } from "./line-token.ts";
import { isSamePath } from "./same-path.ts";

export function valueBeside({ around }: Cursor): (path: Path) => string | undefined {
  return (path) => {
    const found = around.find(({ kind, path: own }) => kind === "value" && isSamePath(own, path));
    return found === undefined ? undefined : unquoted(found.text);
  };
}
