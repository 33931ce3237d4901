// The HTTP status and the retry class become types of the errors that share one.

import type { TableNames } from "../names.ts";
import { declareAlias } from "../printer/declarations.ts";
import type { Declaration } from "../printer/module.ts";
import type { Comment } from "../printer/typescript-literal.ts";
import type { TypeShape } from "../printer/typescript-type.ts";

export interface ErrorClass {
  readonly kind: string;
  readonly type: string;
  readonly doc: string | Comment;
  readonly by: string;
  readonly byDoc: string;
  readonly of: string;
  readonly ofDoc: string;
}

export function errorClasses(names: TableNames): readonly [status: ErrorClass, retry: ErrorClass] {
  const status = {
    kind: "Status",
    type: names.status,
    doc: "The HTTP statuses of the errors.",
    by: names.byStatus,
    byDoc: "The errors by their HTTP statuses.",
    of: names.ofStatus,
    ofDoc: "The errors with this HTTP status.",
  };
  const retry = {
    kind: "Retry",
    type: names.retry,
    doc: {
      paragraphs: [
        "The result of sending the same request again. Never: it fails again. Backoff: it may succeed after a growing delay. Throttled: it exceeded a limit, and may succeed later.",
      ],
    },
    by: names.byRetry,
    byDoc: "The errors by their retry classes. Errors without a retry class are in none of them.",
    of: names.ofRetry,
    ofDoc: "The errors of this retry class.",
  };
  return [status, retry];
}

export function ofClass({ of, ofDoc, kind, type }: ErrorClass, errors: TypeShape): Declaration {
  return declareAlias({ name: of, doc: ofDoc, typeParameters: [`${kind} extends ${type}`], type: errors });
}
