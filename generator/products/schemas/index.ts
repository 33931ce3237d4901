// The JSON Schemas of tables and configurations become files of the project, for editors where no package lies beside the table.

import type { OutputFile } from "../../output/state/target.ts";
import { validateConfig, validateLanguage } from "../../reader/validators.gen.js";
import type { Json } from "../../text/json/value.ts";
import type { Artifact, Emitter } from "../artifact.ts";
import type { SchemasOptions } from "../options.gen.ts";
import { render } from "../render.ts";

export const schemas: Emitter<SchemasOptions> = { kind: "schemas", emit: () => schemaArtifacts() };

/** The same for every table. */
export async function schemaFiles(): Promise<readonly OutputFile[]> {
  return Promise.all(schemaArtifacts().map(render));
}

function schemaArtifacts(): readonly Artifact[] {
  return [
    { kind: "json", path: "errtable.schema.json", value: validateLanguage.schema() as Json },
    { kind: "json", path: "errtable.config.schema.json", value: validateConfig.schema() as Json },
  ];
}
