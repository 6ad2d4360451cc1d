/** Guest code, part four: `console`, written into a buffer that the host fetches after the call. */

/** Characters kept of what one call prints; the rest is counted. */
export const maxPrinted = 4000;

export const guestConsole = `
let printed = "";
let cut = 0;

// At most about this many pieces of one value are shown.
const maxShown = 1000;
let shown = 0;

const show = (value, depth) => {
  switch (typeof value) {
    case "string":
      return depth === 0 ? value : stringify(value);
    case "bigint":
      return String(value) + "n";
    case "symbol":
      return String(value);
    case "number":
      return value === 0 && 1 / value < 0 ? "-0" : String(value);
    case "function":
      return "[function]";
    case "object":
      return value === null ? "null" : showObject(value, depth);
    default:
      return String(value);
  }
};

const join = (open, parts, close) => {
  let line = open;
  for (let i = 0; i < parts.length; i++) line += (i === 0 ? "" : ", ") + parts[i];
  return line + close;
};

// Shows up to what is left of maxShown; piece(i) gives the text of one.
const showPieces = (open, length, piece, close) => {
  const parts = bare([]);
  for (let i = 0; i < length; i++) {
    if (++shown > maxShown) {
      parts[i] = "… " + String(length - i);
      break;
    }
    parts[i] = piece(i);
  }
  return join(open, parts, close);
};

const showEntries = (name, value, depth) => {
  const parts = bare([]);
  const isMap = name === "Map";
  (isMap ? mapForEach : setForEach)(value, (item, key) => {
    if (++shown > maxShown) return;
    parts[parts.length] = (isMap ? show(key, depth) + " => " : "") + show(item, depth);
  });
  const size = (isMap ? mapSize : setSize)(value);
  return join(name + "(" + String(size) + ") {", parts, parts.length < size ? ", …}" : "}");
};

const showObject = (value, depth) => {
  const bytes = typedArrayName(value);
  if (bytes !== undefined) {
    const length = typedArrayLength(value);
    return showPieces(bytes + "(" + String(length) + ") [", length, (i) => show(value[i], 1), "]");
  }
  if (depth > 5) return "…";
  if (isArray(value)) return showPieces("[", value.length, (i) => show(value[i], depth + 1), "]");
  const kind = kindOf(value);
  if (kind === "map" && hasSlot(mapSize, value)) return showEntries("Map", value, depth + 1);
  if (kind === "set" && hasSlot(setSize, value)) return showEntries("Set", value, depth + 1);
  if (kind === "error") return textOf(value.name) + ": " + textOf(value.message);
  if (kind !== undefined) return "[" + kind + "]";
  const names = keys(value);
  return showPieces("{", names.length, (i) => names[i] + ": " + show(value[names[i]], depth + 1), "}");
};

const textOf = (value) => (typeof value === "string" ? value : "");

// What finds no room is counted, not copied: a long text printed again and again costs its steps and no time.
const print = (...values) => {
  const room = ${maxPrinted} - printed.length;
  let line = "";
  let length = 1;
  for (let i = 0; i < values.length; i++) {
    shown = 0;
    const text = show(values[i], 0);
    length += text.length + (i === 0 ? 0 : 1);
    if (line.length < room) line += (i === 0 ? "" : " ") + slice(text, 0, room);
  }
  if (line.length < room) line += "\\n";
  line = slice(line, 0, room);
  printed += line;
  cut += length - line.length;
};

globalThis.console = { log: print, info: print, warn: print, error: print, debug: print };
`;
