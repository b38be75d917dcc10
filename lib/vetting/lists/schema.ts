/** Where a page of a list ended: a moment and the row that bore it. */
export interface ListCursor {
  since: Date;
  id: string;
}

/** Past this many a count says "more than", so that none costs more than the page it stands on. */
export const COUNTED = 999;
export const PAGE = 50;
