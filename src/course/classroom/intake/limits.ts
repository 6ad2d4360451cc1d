/** What a file may declare to be before it is opened: no hand-in comes near, and a zip bomb stops here. In bytes. */
export const limits = {
  /** A hand-in: ten activities with all their drafts are less than a megabyte. */
  handIn: 8_000_000,
  /** A zip inside a zip: what one student packed. */
  innerZip: 64_000_000,
  /** All that a zip says it holds, unpacked. */
  zipContents: 2_000_000_000,
  /** Moodle's zip of a class holds one zip a student who packed theirs; nobody packs deeper. */
  zipDepth: 2,
  entries: 50_000,
} as const;
