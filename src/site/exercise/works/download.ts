/** Saves a text (JSON) or bytes as a file of the reader's. */
export function download(name: string, content: string | Uint8Array): void {
  const type = typeof content === "string" ? "application/json" : "application/octet-stream";
  const address = URL.createObjectURL(
    new Blob([typeof content === "string" ? content : content.slice()], { type }),
  );
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // Not at once: the browser reads the blob after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
