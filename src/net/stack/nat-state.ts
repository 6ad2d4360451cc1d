import type { NatEntry } from "./nat-entry.ts";
import type { FtpControl } from "./nat-ftp.ts";

/** What a NAT box remembers: its dialogues, and of those with FTP servers what it changed in them. */
export type NatState = { readonly entries: readonly NatEntry[]; readonly ftp: readonly FtpControl[] };

export const emptyNatState: NatState = { entries: [], ftp: [] };
