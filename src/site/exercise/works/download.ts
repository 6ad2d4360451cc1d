/** Saves a text as a file of the reader's. */
export function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // Not at once: the browser reads the blob after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
