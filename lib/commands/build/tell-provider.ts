import { findStoredSettings } from "@/lib/commands/content/bring-up-to-date";
import { configureComments } from "@/lib/comments/configuration";

/**
 * The variable by which Next's configuration, which can't read the settings, is told who serves comments where it makes the
 * headers of one site: their host must be allowed.
 */
export async function tellProvider(): Promise<{ COMMENTS_PROVIDER: string }> {
  const { comments } = await findStoredSettings();
  return { COMMENTS_PROVIDER: configureComments(comments).provider };
}
