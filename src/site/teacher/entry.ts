/** The script of the page « Noter une classe »: loads the rest once the ground is laid. */
import { forbidEval } from "../exercise/no-eval.ts";

forbidEval();
await import("./start.tsx");
