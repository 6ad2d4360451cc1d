/** A text of the learner's, folded. */
export function Preview({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <details class="px-preview">
      <summary>{title}</summary>
      <pre tabIndex={0} aria-label={title}>
        <code>{text}</code>
      </pre>
    </details>
  );
}
