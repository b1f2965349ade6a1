import { addresses } from "@/lib/html/testing/attacks/addresses";
import { clobbering } from "@/lib/html/testing/attacks/clobbering";
import { documents } from "@/lib/html/testing/attacks/documents";
import { handlers } from "@/lib/html/testing/attacks/handlers";
import { markdownAttacks } from "@/lib/html/testing/attacks/markdown";
import { mutations } from "@/lib/html/testing/attacks/mutations";
import { pipelineAttacks } from "@/lib/html/testing/attacks/pipeline";

/**
 * Ways in which others have got scripts, frames or false page parts past a sanitiser, and ways made against ours; each
 * once. For bodies, and for any other text that strangers send. All that run anything call `alert`; all that fetch
 * anything they shouldn't fetch it from `evil.example`.
 */
export const attacks: readonly string[] = [
  ...new Set([
    ...handlers,
    ...addresses,
    ...documents,
    ...mutations,
    ...clobbering,
    ...markdownAttacks,
    ...pipelineAttacks,
  ]),
];
