/**
 * Every page for readers is complete before it is sent: an address that was not rendered during the build waits for
 * its page, so that a missing one answers 404 and a moved one 308.
 */
export const ensureStatic = "navigation";

export default function StaticPagesLayout({ children }: LayoutProps<"/">) {
  return children;
}
