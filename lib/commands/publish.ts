import "@/lib/commands/setup/explain-errors";
import "@/lib/commands/setup/load-environment";
import { createPublish } from "@/lib/commands/publish/publish-aloud";
import { readPublishOptions } from "@/lib/commands/publish/publish-options";
import { watchContent } from "@/lib/commands/watch/watch-content";
import { environment } from "@/lib/environment";

/**
 * `npm run publish` where no site of this folder takes its work: brings the store up to date and refreshes the running site;
 * says which pages changed.
 */

const options = readPublishOptions(process.argv.slice(2));
const publish = createPublish({ variables: process.env, environment });
if (options.watch) {
  let pulled = false;
  watchContent(async (seen) => {
    const { isDone } = await publish({ ...options, pull: options.pull && !pulled }, seen);
    pulled ||= isDone;
    return isDone;
  });
} else if (!(await publish(options)).isComplete) {
  process.exitCode = 1;
}
