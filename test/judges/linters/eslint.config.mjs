// The rules that users of typescript-eslint set most often, over files that nobody may have to exempt.
import { defineConfig } from "eslint/config";
import { configs } from "typescript-eslint";

export default defineConfig(configs.recommendedTypeChecked, {
  linterOptions: { reportUnusedDisableDirectives: "error", reportUnusedInlineConfigs: "error" },
  languageOptions: { parserOptions: { projectService: true } },
});
