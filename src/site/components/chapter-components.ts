import Exercise from "./Exercise.astro";
import Figure from "./Figure.astro";
import Note from "./Note.astro";
import PacketDiagram from "./PacketFigure.astro";

/** What a chapter may use without an import. */
export const chapterComponents = { Exercise, Figure, Note, PacketDiagram };
