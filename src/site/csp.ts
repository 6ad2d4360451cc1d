/**
 * The content security policy of a built page, as a meta tag. WebAssembly is QuickJS and the type stripper. Monaco
 * makes style elements, so only pages with an editor allow inline styles; no page allows an inline script.
 */
export function contentSecurityPolicy(editor: boolean): string {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    `style-src 'self'${editor ? " 'unsafe-inline'" : ""}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
  ].join("; ");
}
