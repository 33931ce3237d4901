// A monorepo of 12 tables and 30 targets, with packages of their own below one configuration.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export const PACKAGES = Array.from({ length: 12 }, (_, index) => `p${index}`);

export function makeMonorepo(root: string, codes: number): void {
  mkdirSync(join(root, "node_modules"), { recursive: true });
  writeFileSync(join(root, "package.json"), '{ "type": "module" }\n');
  writeFileSync(join(root, "errtable.config.yaml"), "workspaces: [packages/*]\n");
  for (const [index, name] of PACKAGES.entries()) {
    const folder = join(root, "packages", name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
    writeFileSync(join(folder, "service.errors.yaml"), tableText(`Service${String.fromCharCode(65 + index)}`, codes));
    const kinds = ["typescript", "openapi", ...(index < 6 ? ["docs"] : [])];
    const targets = kinds.map((kind) => `  - { kind: ${kind}, table: service.errors.yaml, out: errors/${kind} }\n`);
    writeFileSync(join(folder, "errtable.config.yaml"), `targets:\n${targets.join("")}`);
  }
}

function tableText(name: string, codes: number): string {
  const rows = Array.from(
    { length: codes },
    (_, index) =>
      `  ${name}Thing${index}NotFound:\n    status: 404\n    message: "thing '%s' number ${index} does not exist"\n` +
      `    params: { thingId: { description: The thing., example: A-${index} } }\n` +
      `    description: The thing ${index} does not exist.\n    solution: Check the number ${index}.\n    retry: never\n`,
  );
  return `errtable: 1\nname: ${name}\nbody: { code: /code, message: /message }\nerrors:\n${rows.join("")}`;
}
