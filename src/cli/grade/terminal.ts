export type Terminal = { readonly width: number; readonly colour: boolean };

/** What the stream that people read can show; colour only on a terminal, and never against NO_COLOR. */
export const terminalOf = (
  stream: { readonly isTTY?: boolean; readonly columns?: number },
  environment: Readonly<Record<string, string | undefined>>,
): Terminal => ({
  width: Math.min(100, Math.max(40, stream.columns ?? 100)),
  colour: stream.isTTY === true && (environment["NO_COLOR"] ?? "") === "" && environment["TERM"] !== "dumb",
});
