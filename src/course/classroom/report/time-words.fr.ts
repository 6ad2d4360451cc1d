const minute = 60_000;

/** « 1 h 05 », « 12 min », « moins de 1 min »; « – » for none. Milliseconds. */
export function durationText(ms: number): string {
  if (ms === 0) return "–";
  const minutes = Math.round(ms / minute);
  if (minutes === 0) return "moins de 1 min";
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")}`;
}

/** The same text wherever it is made: French time, whatever the machine's own zone and locale. */
const parts = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Paris",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** « 25/01/2027 à 20:05 », heure de Paris. Milliseconds since 1970. */
export function instantText(time: number): string {
  const found = Object.fromEntries(parts.formatToParts(time).map(({ type, value }) => [type, value]));
  const { day = "", month = "", year = "", hour = "", minute: minutes = "" } = found;
  return `${day}/${month}/${year} à ${hour}:${minutes}`;
}
