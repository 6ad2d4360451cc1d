import { render } from "preact";
import { z } from "zod";
import { Teacher } from "./Teacher.tsx";

const labs = z.array(z.object({ number: z.string(), name: z.string() }));

const place = document.querySelector<HTMLElement>('[data-part="teacher"]');
if (place !== null) {
  const { address = "", labs: listed = "[]" } = place.dataset;
  render(<Teacher address={address} labs={labs.parse(JSON.parse(listed))} />, place);
}
