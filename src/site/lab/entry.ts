/** The script of a lab's page: loads the rest once the ground is laid. */
import { forbidEval } from "../exercise/no-eval.ts";

forbidEval();
await import("./start.tsx");
