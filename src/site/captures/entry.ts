/** The script of the page « Captures »: loads the rest once the ground is laid. */
import { forbidEval } from "../exercise/no-eval.ts";

forbidEval();
await import("./start.tsx");
