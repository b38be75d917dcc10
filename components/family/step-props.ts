import type { PostedForm, Problem } from "@/lib/intake/typed/schema";
import type { Carried, Post } from "./post-form";

/** What each page of the report is given: what was typed, right or wrong, and what must be mended. */
export interface StepProps {
  carried: Carried;
  save: Post;
  goTo: Post;
  typed: PostedForm;
  problems: Problem[];
  trouble?: string;
  /** What is needed has been answered: it can be sent from here. */
  ready?: boolean;
  /** Until when what was saved is kept. */
  expiresAt?: Date;
}
