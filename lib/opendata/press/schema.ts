/** A sentence a newsroom can print as it stands, with what must be said beside it and where it can be found again. */
export interface ReadySentence {
  key: string;
  text: string;
  caveat: string;
  /** Of which moment it speaks, in words. */
  when: string;
  /** Spanish path of its fixed address. */
  path: string;
}
