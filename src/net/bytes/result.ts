/**
 * What a parser or an emitter gives: the value, or why there is none. Nothing in `src/net` throws for bad input.
 *
 * `code` is a stable kebab-case name; `offset` is where the fault stands, in bytes from the start of the input;
 * `field` is the RFC's name of the field at fault, where one is.
 */
export type Result<T, Code extends string = string> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: WireError<Code> };

export type WireError<Code extends string = string> = {
  readonly code: Code;
  readonly offset: number;
  readonly field?: string;
};

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const fail = <Code extends string>(
  code: Code,
  offset: number,
  field?: string,
): { readonly ok: false; readonly error: WireError<Code> } => ({
  ok: false,
  error: field === undefined ? { code, offset } : { code, offset, field },
});

/** For those who need no reason. */
export const valueOrNull = <T>(result: Result<T>): T | null => (result.ok ? result.value : null);
