import { z } from "zod";

/** `ipv4/checksum`, or `activites/01.3-les-etapes` for an activity that is not code. */
export const exerciseId = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+(\.[a-z0-9-]+)*$/);

/** One a page load, e.g. a random UUID. The hyphen keeps out names that objects have by birth (`constructor`). */
export const writerName = z.string().regex(/^\w+-[\w-]+$/);
