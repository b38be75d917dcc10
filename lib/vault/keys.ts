/**
 * The vault as opened in a signed-in session. Lives in memory only; never logged, never written but sealed.
 * `privateKey` opens what families sealed; `root` (derived from it) wraps the keys of people.
 */
export interface VaultKeys {
  vaultId: string;
  publicKey: Uint8Array;
  privateKey: Uint8Array;
  root: Uint8Array;
}
