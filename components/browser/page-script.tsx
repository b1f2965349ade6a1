import { scriptUrl } from "@/lib/urls";

/**
 * Loads a script for what stands above it in the page, which works without it. Pages that have nothing for it don't have this.
 * @param name of an entry: `NAME.entry.client.ts` in the folder of some component
 */
export const PageScript = ({ name }: { name: string }) => (
  <script type="module" src={scriptUrl(name)} />
);
