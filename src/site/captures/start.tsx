import { render } from "preact";
import "../packet/install.ts";
import { Captures } from "./Captures.tsx";

const place = document.querySelector<HTMLElement>('[data-part="captures"]');
if (place !== null) render(<Captures />, place);
