/** What a learner's function may write with; shown under the verdict. The editor shows this file as text. */
declare const console: Record<"log" | "info" | "warn" | "error" | "debug", (...values: unknown[]) => void>;
