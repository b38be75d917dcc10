/** One thing in a feed. Its id never changes; `updated` is a moment of publication, never of the clock. */
export interface FeedEntry {
  id: string;
  title: string;
  summary: string;
  updated: Date;
  /** Spanish path of its page. */
  path: string;
}

export interface Feed {
  id: string;
  title: string;
  subtitle: string;
  /** Spanish paths of the feed itself and of the page it follows. */
  self: string;
  page: string;
  entries: FeedEntry[];
}

export type FeedName = "balances" | "changes" | "comparisons";
