import "@/app/global.css";

/** Public pages are rendered for each request and kept for 30 seconds by the shared cache in front, never by the build. */
export const dynamic = "force-dynamic";

export default function PublicLayout({ children }: { children: React.ReactNode }) {
  return children;
}
