/** A document of one of two who are compared: which one, its picture where it may be set beside another, or why it may not. */
export interface BesideDocument {
  reportId: string;
  id: string;
  name: string;
  picture: { jpeg: Buffer; width: number; height: number } | null;
  why: "not_permitted" | "graphic" | "not_drawn" | null;
}
