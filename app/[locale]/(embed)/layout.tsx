import "@/app/embed.css";

/** Frames for other people's pages: rendered for each request and kept for 30 seconds by the shared cache in front. */
export const dynamic = "force-dynamic";

export default function EmbedLayout({ children }: { children: React.ReactNode }) {
  return children;
}
