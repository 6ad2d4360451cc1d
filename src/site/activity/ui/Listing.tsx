/** Lines as a program prints them; reached with the keyboard, since it may scroll. */
export function Listing({ text }: { readonly text: string }) {
  return (
    <pre class="pa-listing" tabIndex={0}>
      <code>{text.trimEnd()}</code>
    </pre>
  );
}
