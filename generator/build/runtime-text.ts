// A source file of the runtime becomes its declarations, each as TypeScript, as JavaScript and as a declaration of types, formatted by Prettier.
import { format } from "prettier";
import { Node, Project, type Statement, ts } from "ts-morph";
import type { RuntimeDeclaration, RuntimeTexts } from "../products/typescript/printer/module.ts";
import { olderSyntax } from "./older-syntax.ts";

const project = new Project({ useInMemoryFileSystem: true, compilerOptions: { noLib: true } });

/** The comment at the head of the file comes first, as a declaration without a name. */
export async function declarationsOf(text: string): Promise<readonly RuntimeDeclaration[]> {
  const file = project.createSourceFile("runtime.ts", await format(text, { parser: "typescript" }), {
    overwrite: true,
  });
  const [first] = file.getStatements();
  const head = file.getFullText().slice(0, first?.getStart(true)).trim();
  const note = { name: "", isExported: false, isType: false, ts: head, js: head };
  const declarations: RuntimeDeclaration[] = head === "" ? [] : [note];
  for (const statement of file.getStatements()) declarations.push(await declarationOf(statement));
  return declarations;
}

async function declarationOf(statement: Statement): Promise<RuntimeDeclaration> {
  const text = statement.getText(true);
  const isType = Node.isTypeAliasDeclaration(statement) || Node.isInterfaceDeclaration(statement);
  const isExported = Node.isExportable(statement) && statement.isExported();
  const js = isType ? "" : await withoutTypes(text);
  const texts = {
    ts: text,
    ...(js === "" ? {} : { js }),
    ...(isType || isExported ? { declared: isType ? text : await declared(text) } : {}),
  };
  const local = isExported ? await localForms(texts) : undefined;
  return { name: nameOf(statement), isExported, isType, ...texts, ...(local === undefined ? {} : { local }) };
}

/** The forms without the word "export"; undefined where they are laid out like the forms with it. */
async function localForms(texts: RuntimeTexts): Promise<RuntimeTexts | undefined> {
  const { ts, js, declared } = texts;
  const laidOut: RuntimeTexts = {
    ts: await localForm(ts, "typescript"),
    ...(js === undefined ? {} : { js: await localForm(js, "babel") }),
    ...(declared === undefined ? {} : { declared: await localForm(declared, "typescript") }),
  };
  const isSame = FORMS.every((form) => laidOut[form] === texts[form]?.replace(EXPORT, ""));
  return isSame ? undefined : laidOut;
}

const FORMS = ["ts", "js", "declared"] as const satisfies readonly (keyof RuntimeTexts)[];
const EXPORT = /^export /m;

async function localForm(text: string, parser: string): Promise<string> {
  return (await format(text.replace(EXPORT, ""), { parser })).trimEnd();
}

function nameOf(statement: Statement): string {
  if (Node.isVariableStatement(statement)) return statement.getDeclarations()[0]?.getName() ?? "";
  return Node.hasName(statement) ? statement.getName() : "";
}

async function declared(text: string): Promise<string> {
  const { outputText } = ts.transpileDeclaration(text, { compilerOptions: {} });
  return (await format(outputText, { parser: "typescript" })).trimEnd();
}

/** The compiler drops blank lines but keeps comments, so that comments mark the blank lines. */
async function withoutTypes(text: string): Promise<string> {
  const marked = text.replaceAll(/\n(?=\n)/g, `\n${BLANK}`);
  const compilerOptions = { target: ts.ScriptTarget.ES2017, verbatimModuleSyntax: true, alwaysStrict: false };
  const { outputText } = ts.transpileModule(marked, { compilerOptions, transformers: { before: [olderSyntax] } });
  return (await format(outputText.replaceAll(BLANK, ""), { parser: "babel" })).trimEnd();
}

const BLANK = "// (blank)";
