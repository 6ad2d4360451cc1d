import AfterSuccess from "./AfterSuccess.astro";
import Figure from "./Figure.astro";
import Note from "./Note.astro";
import PacketDiagram from "./PacketFigure.astro";

/** What a statement may use without an import. */
export const statementComponents = { AfterSuccess, Figure, Note, PacketDiagram };
