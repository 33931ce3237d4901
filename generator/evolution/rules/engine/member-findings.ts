// The differences of members become parts of findings: the member and the bodies in words, the place, and the values.
import { pointerText } from "../../../text/json/pointer.ts";
import type { Json } from "../../../text/json/value.ts";
import type { Scope } from "../../change.ts";
import { memberChanges } from "../../differences/body-differences.ts";
import type { SchemaChangeKind } from "../../differences/schema-changes.ts";
import type { Comparison } from "../../pairs/comparison.ts";
import type { FoundChange } from "./change-rule.ts";

interface MemberFinding {
  /** "member "/name"". */
  readonly member: string;
  readonly bodies: string;
  /** " such as null"; empty where no value is known. */
  readonly witness: string;
  readonly found: Omit<FoundChange, "message" | "help">;
  /** Of a difference of values: what types do not show is seen in bodies alone. */
  readonly scope: Scope;
}

export function* membersWith(kind: SchemaChangeKind, comparison: Comparison): Iterable<MemberFinding> {
  for (const change of memberChanges(comparison)) {
    if (change.kind !== kind) continue;
    const { at, bodies, where, old, new: after, code, case: name, witness, isUnseen } = change;
    const pointer = pointerText(at);
    yield {
      member: at.length === 0 ? "content as a whole" : `member "${pointer}"`,
      bodies,
      witness: witness === undefined ? "" : `, such as ${showJson(witness)}`,
      found: {
        ...(code === undefined ? {} : { code }),
        ...(name === undefined ? {} : { case: name }),
        part: pointer,
        ...(old === undefined ? {} : { old }),
        ...(after === undefined ? {} : { new: after }),
        where,
      },
      scope: isUnseen || isConstant(pointer, code, comparison) ? "wire" : "both",
    };
  }
}

/** Types show it to producers, unless every error has a constant there, which they leave to the creators. */
export function scopeOfDemand({ code, part = "" }: MemberFinding["found"], comparison: Comparison): Scope {
  return isConstant(part, code, comparison) ? "wire" : "both";
}

/** Whether the member belongs to all bodies, and every error of the new table has a constant there. */
function isConstant(part: string, code: string | undefined, { new: { errors } }: Comparison): boolean {
  const isFilled = errors.every(({ cases }) =>
    cases.every(({ constants }) => constants.some(({ at }) => `${pointerText(at)}/`.startsWith(`${part}/`))),
  );
  return code === undefined && isFilled;
}

const MOST = 60;

function showJson(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > MOST ? `${text.slice(0, MOST)}…` : text;
}
