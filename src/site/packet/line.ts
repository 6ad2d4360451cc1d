import { fromHex } from "#net/bytes/hex.ts";
import { binary } from "./bits.ts";

/** Wider fields are read in the hex view. */
const widestBinary = 32;

/** Writes the line under the diagram: the field's name, place, value, its bits among their bytes, and its meaning. */
export function showField(packet: HTMLElement, field: number | null): void {
  const line = packet.querySelector(".packet-line");
  const row = field === null ? null : packet.querySelector<HTMLTableRowElement>(`[data-row="${field}"]`);
  if (line === null || line.getAttribute("data-shown") === String(field)) return;
  line.setAttribute("data-shown", String(field));
  if (row === null) {
    line.replaceChildren();
    return;
  }
  const bit = Number(row.dataset["bit"]);
  const bits = Number(row.dataset["bits"]);
  const bytes = fromHex(packet.dataset["hex"] ?? "") ?? new Uint8Array();
  const last = bit + bits - 1;
  const place = bits === 1 ? `bit ${bit}` : `bits ${bit} à ${last}`;
  const octets = bit >> 3 === last >> 3 ? `octet ${bit >> 3}` : `octets ${bit >> 3} à ${last >> 3}`;

  const head = element("p", "packet-line-head");
  head.append(
    element("strong", "", row.querySelector("th")?.firstChild?.textContent ?? ""),
    element("span", "packet-line-value", row.cells.item(2)?.textContent ?? ""),
    element("span", "quiet", `${place}, ${octets}`),
  );
  const meaning = element(
    "p",
    "packet-line-meaning",
    row.querySelector(".packet-meaning")?.textContent ?? "",
  );
  meaning.append(" ", element("span", "packet-rfc", row.dataset["rfc"] ?? ""));
  line.replaceChildren(head, ...(bits <= widestBinary ? [bitLine(bytes, bit, bits)] : []), meaning);
}

/** The whole bytes that hold the field, its own bits marked. */
function bitLine(bytes: Uint8Array, bit: number, bits: number): HTMLElement {
  const line = element("p", "packet-line-bits");
  line.setAttribute("aria-hidden", "true");
  const from = bit - (bit % 8);
  const to = Math.ceil((bit + bits) / 8) * 8;
  const spaced = (start: number, end: number): string =>
    Array.from(binary(bytes, start, end - start))
      .map((one, i) => ((start + i) % 8 === 0 && start + i > from ? ` ${one}` : one))
      .join("");
  line.append(
    element("span", "", spaced(from, bit)),
    element("mark", "", spaced(bit, bit + bits)),
    element("span", "", spaced(bit + bits, to)),
  );
  return line;
}

function element(name: string, className: string, text = ""): HTMLElement {
  const made = document.createElement(name);
  if (className !== "") made.className = className;
  made.textContent = text;
  return made;
}
