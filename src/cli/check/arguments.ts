/** What `npm run check -- …` was asked to examine: ids (`ipv4/checksum`) or numbers (`03.1`); none means all. */
export type Request =
  | { readonly kind: "check"; readonly wanted: readonly string[] }
  | { readonly kind: "help" }
  | { readonly kind: "unknown-option"; readonly option: string };

export function parseArguments(argv: readonly string[]): Request {
  if (argv.includes("--help") || argv.includes("-h")) return { kind: "help" };
  const option = argv.find((word) => word.startsWith("-"));
  return option === undefined ? { kind: "check", wanted: argv } : { kind: "unknown-option", option };
}
