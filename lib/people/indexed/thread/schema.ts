import type { Sought } from "../candidates/rules";
import type { IndexedKey, IndexState } from "../schema";

/** What the thread is asked. */
export type Asked =
  | { what: "search"; typed: string; only?: IndexedKey["kind"] }
  | { what: "candidates"; sought: Sought | IndexedKey };

/** What goes to the thread: the keys, once; then questions. */
export type ToThread = { open: KeysLent } | { id: number; asked: Asked };

/** The vault's keys, in memory that both threads see, so that whoever lent them can wipe them. */
export interface KeysLent {
  vaultId: string;
  publicKey: Uint8Array;
  privateKey: Uint8Array;
  root: Uint8Array;
}

/** What comes back. */
export type Told = { state: IndexState } | { id: number; answer: unknown } | { id: number; failed: string };
