import { installPacketBehaviour } from "./behaviour.ts";

/** For pages that show header diagrams now or later; however often it is imported, it runs once. */
installPacketBehaviour(document);
