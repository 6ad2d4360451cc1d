/**
 * The content security policy of a built page, as a meta tag. Pages with an editor need WebAssembly (QuickJS, the
 * type stripper) and the style elements that Monaco makes; the others go without.
 */
export function contentSecurityPolicy(editor: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'self'${editor ? " 'wasm-unsafe-eval'" : ""}`,
    `style-src 'self'${editor ? " 'unsafe-inline'" : ""}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
  ].join("; ");
}
