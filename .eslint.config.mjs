import tseslint from "typescript-eslint";

/** The strict, type-aware rules: no `any`, no non-null assertion, no unsafe value, no promise left alone. */
export default tseslint.config(
  {
    ignores: [
      "dist",
      ".astro",
      ".cache",
      "node_modules",
      "**/*.d.ts",
      "**/*.d.cts",
      "test/conformance/data",
      "test/output",
      "mes-exercices",
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    files: ["src/**/*.{ts,tsx}", "test/**/*.{ts,tsx}", "graders/*/*/exercise*.ts"],
    languageOptions: {
      parserOptions: { project: ["./tsconfig.json"], tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/consistent-type-definitions": "off",
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      eqeqeq: "error",
    },
  },
  // Learners' files are judged by the sandbox, not by our style: solutions and mistakes look like a learner's.
  {
    files: ["**/*.mjs", "**/*.cjs", "graders/*/*/{starter,solution}.ts", "graders/*/*/mistakes/*.ts"],
    ...tseslint.configs.disableTypeChecked,
  },
  { files: ["**/*.cjs"], rules: { "@typescript-eslint/no-require-imports": "off" } },
  { ignores: ["graders/*/*/mistakes/*.ts", "graders/*/*/starter.ts", "graders/*/*/solution.ts"] },
);
