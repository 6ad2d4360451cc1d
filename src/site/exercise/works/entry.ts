/** The script of the page « Mes travaux »: loads the rest once the ground is laid. */
import { forbidEval } from "../no-eval.ts";

forbidEval();
await import("./start.tsx");
