import { showField } from "./line.ts";

/**
 * Makes every packet diagram below `root` answer, also those that are drawn later: pointing at a field or a byte
 * lights both, a click or a tap keeps it, arrow keys move through the fields. Listens on `root` once.
 */
export function installPacketBehaviour(root: Document): void {
  root.addEventListener("pointerover", ({ target }) => {
    const place = placeOf(target);
    if (place !== null) show(place.packet, place.field);
  });
  root.addEventListener("pointerout", ({ target, relatedTarget }) => {
    const packet = packetOf(target);
    if (packet !== null && packetOf(relatedTarget) !== packet) show(packet, chosen(packet));
  });
  root.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest(".packet-toggle")) toggleTable(target);
    const place = placeOf(target);
    if (place !== null) choose(place.packet, place.field);
  });
  root.addEventListener("focusin", ({ target }) => {
    if (!(target instanceof HTMLElement) || !target.matches(".packet-field")) return;
    const place = placeOf(target);
    if (place !== null) choose(place.packet, place.field);
  });
  root.addEventListener("keydown", (event) => {
    const packet = packetOf(event.target);
    if (packet === null || event.ctrlKey || event.altKey || event.metaKey) return;
    if (!(event.target instanceof Element) || !event.target.closest(".packet-field, .hex")) return;
    const next = neighbour(packet, event.key);
    if (next === null) return;
    event.preventDefault();
    choose(packet, next);
    if (event.target.closest(".packet-field")) focusField(packet, next);
  });
}

const packetOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>(".packet") : null;

/** The field under a target: its own rectangle, or the first field of a hexadecimal digit. */
function placeOf(target: EventTarget | null): { packet: HTMLElement; field: number } | null {
  const packet = packetOf(target);
  const element =
    target instanceof Element ? target.closest<HTMLElement>("[data-field], [data-fields]") : null;
  const name = element?.dataset["field"] ?? element?.dataset["fields"]?.split(" ")[0];
  return packet === null || name === undefined ? null : { packet, field: Number(name) };
}

const chosen = (packet: HTMLElement): number | null => {
  const name = packet.dataset["chosen"];
  return name === undefined ? null : Number(name);
};

function choose(packet: HTMLElement, field: number): void {
  packet.dataset["chosen"] = String(field);
  for (const option of packet.querySelectorAll<HTMLElement>("[role=option]")) {
    const own = Number(option.dataset["field"]) === field;
    option.setAttribute("aria-selected", String(own));
    option.tabIndex = own ? 0 : -1;
  }
  show(packet, field);
}

function show(packet: HTMLElement, field: number | null): void {
  for (const element of packet.querySelectorAll<HTMLElement>("[data-field], [data-fields]")) {
    const names = element.dataset["field"] ?? element.dataset["fields"] ?? "";
    element.toggleAttribute("data-lit", field !== null && names.split(" ").includes(String(field)));
  }
  showField(packet, field);
}

function focusField(packet: HTMLElement, field: number): void {
  const options = packet.querySelectorAll<HTMLElement>(`[role=option][data-field="${field}"]`);
  [...options].find((option) => option.offsetParent !== null)?.focus();
}

/** The field that an arrow key leads to: before and after in order, above and below by the bits. */
function neighbour(packet: HTMLElement, key: string): number | null {
  const rows = [...packet.querySelectorAll<HTMLElement>("[data-row]")].map(({ dataset }) => ({
    from: Number(dataset["bit"]),
    to: Number(dataset["bit"]) + Number(dataset["bits"]) - 1,
  }));
  const current = chosen(packet) ?? 0;
  const own = rows[current];
  if (own === undefined) return null;
  const columns = packet.querySelector<HTMLElement>(".columns-32")?.offsetParent === null ? 16 : 32;
  const holding = (bit: number): number | null => {
    const index = rows.findIndex(({ from, to }) => from <= bit && bit <= to);
    return index === -1 ? null : index;
  };
  const middle = Math.floor((own.from + Math.min(own.to, own.from + columns - 1)) / 2);
  switch (key) {
    case "ArrowRight":
      return Math.min(current + 1, rows.length - 1);
    case "ArrowLeft":
      return Math.max(current - 1, 0);
    case "ArrowDown":
      return holding(Math.max(middle + columns, own.to + 1)) ?? current;
    case "ArrowUp":
      return holding(middle - columns) ?? current;
    case "Home":
      return 0;
    case "End":
      return rows.length - 1;
    default:
      return null;
  }
}

function toggleTable(target: Element): void {
  const button = target.closest(".packet-toggle");
  const box = packetOf(target)?.querySelector(".packet-table-box");
  const open = button?.getAttribute("aria-expanded") !== "true";
  button?.setAttribute("aria-expanded", String(open));
  box?.toggleAttribute("data-open", open);
}
