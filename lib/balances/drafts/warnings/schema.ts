/** What goes on around a draft while it waits for its signatures, as of this look. The draft itself does not move. */
export interface DraftWatch {
  /** Another balance was published since: this one explains the wrong difference and cannot be signed. */
  overtaken: boolean;
  /** The numbers are the very ones that were hashed and are signed. */
  asHashed: boolean;
  /** Proposals of two people's acts that wait for the second and would move a number; never a death whose kin are not told. */
  waiting: { facts: number; references: string[]; imports: number };
  /** Facts on custody, verdict or trial confirmed since this was counted, and since the first signature. */
  confirmed: { sinceCounted: number; sinceSigned: number | null };
  withdrawals: { waiting: number; toReview: number };
  /** Whether a death waits for kin to be told: only for those who record that; null for everybody else. Never a number. */
  deathWaits: boolean | null;
  /** Hours since it was drafted. */
  age: number;
  /** Why ages are left out, as the coordinator wrote it. */
  blurWhy: string | null;
  /** The published balances that correct the one this follows. */
  correctedBy: { slug: string; why: string }[];
}
