import "@/app/family.css";

/** Family pages are drawn anew for each request and kept by nobody. */
export const dynamic = "force-dynamic";

export default function FamilyLayout({ children }: { children: React.ReactNode }) {
  return children;
}
