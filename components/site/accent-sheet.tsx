import { accentSheetUrl } from "@/lib/urls";

/** The publication's colour, for the style sheets of the build; React puts it into the head. */
export const AccentSheet = ({ accent }: { accent: string }) => (
  <link rel="stylesheet" href={accentSheetUrl(accent)} precedence="default" />
);
