import { type PostedForm, type Problem, problemsIn } from "../typed/schema";
import { type NewsItem, type NewsKind, newsForm, newsKinds } from "./schema";

export const newsKindIn = (text: string | undefined): NewsKind | null =>
  newsKinds.find((kind) => kind === text) ?? null;

/** What must be mended on a posted page of news; empty when it can be accepted. */
export const problemsOfNews = (kind: NewsKind, posted: PostedForm, today: string): Problem[] =>
  problemsIn(newsForm(kind, today), posted);

/** Read before the rest at the desk: somebody died, or is in danger today. */
export const isUrgentNews = ({ kind, danger }: Pick<NewsItem, "kind" | "danger">): boolean =>
  kind === "died" || danger === "yes";
