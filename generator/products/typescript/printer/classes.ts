// Our data of a class becomes its text, in each form of a file.
import { blockDoc, listDoc, listItems } from "./code.ts";
import { typeParameterDoc } from "./declarations.ts";
import { withoutTypes } from "./javascript.ts";
import { declareText, type Form, type Item } from "./module.ts";
import { type Doc, group, HARD_LINE, layout, typed } from "./typescript-layout.ts";
import type { Comment } from "./typescript-literal.ts";
import { docComment } from "./typescript-type.ts";

export interface ClassParts {
  readonly name: string;
  readonly doc?: string | Comment;
  readonly isAbstract?: boolean;
  readonly isLocal?: boolean;
  readonly typeParameter?: string;
  /** The class that it extends, with its type arguments. */
  readonly base: (form: Form) => Doc;
  /** The lines of the declared members, which JavaScript does not have. */
  readonly members: (form: Form) => readonly Doc[];
  readonly methods: (form: Form) => readonly Method[];
}

export interface Method {
  /** Whether it makes instances of the subclass that it is called on. */
  readonly isOfSubclass?: boolean;
  /** Whether declarations of types leave it out. */
  readonly isInternal?: boolean;
  readonly doc?: string;
  readonly head: string;
  readonly typeParameter?: string;
  readonly parameters: readonly Doc[];
  readonly returns?: string;
  readonly body: readonly Doc[];
}

export function declareClass(parts: ClassParts): Item {
  const { name, doc, isAbstract = false, isLocal = false, typeParameter, base, members, methods } = parts;
  return declareText(name, { isExported: !isLocal, isType: false }, (form, isExported) => {
    if (isLocal && form === "d.ts") return undefined;
    const kind = `${isAbstract && form !== "js" ? "abstract " : ""}class`;
    const keyword = `${isExported ? "export " : ""}${form === "d.ts" ? "declare " : ""}${kind} ${name}`;
    const types = typeParameter === undefined ? "" : typed(listDoc("<", [typeParameterDoc(typeParameter)], ">"));
    const head: Doc = [keyword, types, " extends ", base(form), " {"];
    const declared = form === "js" ? [] : members(form);
    // The empty text is the line before a method.
    const shown = methods(form).filter(({ isInternal }) => isInternal !== true || form !== "d.ts");
    const lines = shown.flatMap((method) => ["", ...methodLines(method, form)]);
    const block = blockDoc(head, declared.length === 0 ? lines.slice(1) : [...declared, ...lines]);
    const text = [docComment(doc ?? "").map((line): Doc => [line, HARD_LINE]), block];
    return layout(form === "js" ? withoutTypes(text) : text);
  });
}

function methodLines(method: Method, form: Form): readonly Doc[] {
  const { doc, head, typeParameter, returns, body } = method;
  const hasMaker = method.isOfSubclass === true && form !== "js";
  const parameters = [...(hasMaker ? ["this: Maker<Made>"] : []), ...method.parameters];
  const types = typeParameter === undefined ? "" : typed(listDoc("<", [typeParameterDoc(typeParameter)], ">"));
  const result = returns === undefined ? "" : typed(`: ${returns}`);
  const signature: Doc = [headIn(head, form), types, group([listItems("(", parameters, ")"), result])];
  const comment = doc === undefined ? [] : [`/** ${doc} */`];
  return [...comment, form === "d.ts" ? [signature, ";"] : blockDoc([signature, " {"], body)];
}

/** Declarations of types say nothing of the inside of a function, and JavaScript does not know "override". */
function headIn(head: string, form: Form): string {
  if (form === "ts") return head;
  const plain = head.replace("override ", "");
  return form === "d.ts" ? plain.replace("async ", "") : plain;
}
