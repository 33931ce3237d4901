// Code that is the same for all tables and needs other such code becomes a module with its imports.
import { engine, type Module, type RuntimeDeclaration } from "./printer/module.ts";
import { type ImportedNames, importsFrom, type Plan } from "./product-plan.ts";

/** Its first declaration is the comment at its head. */
export function typedEngine(
  name: string,
  declarations: readonly RuntimeDeclaration[],
  imports: Readonly<Record<string, ImportedNames>>,
  plan: Plan,
): Module {
  const module = engine(name, declarations);
  return { ...module, isPruned: false, declarations: [...importsFrom(imports, plan), ...module.declarations] };
}
