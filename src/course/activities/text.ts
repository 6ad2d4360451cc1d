import { z } from "zod";

/** What people read; `code` between backquotes is its only markup. */
export const text = z.string().min(1);

/** A name inside one activity: `arp-dans-ip`. Kept in records, so it does not change once published. */
export const slug = z.string().regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/);
