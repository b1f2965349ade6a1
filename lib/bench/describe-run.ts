import type { Measured } from "@/lib/bench/run-measured";
import type { Session } from "@/lib/bench/session";
import type { Row } from "@/lib/bench/table";

/** Of what a program said last before it died. */
const shownLines = 8;

/** Time and memory of another program's run; where it has not survived, when it died. */
export function describeRun(
  { ms, peakMb, output }: Measured,
  survived: boolean,
  session: Session,
): Row {
  const peak = peakMb === undefined ? {} : { peakMb: Math.round(peakMb) };
  if (survived) return { firstS: ms / 1000, ...peak };
  for (const { text } of output.slice(-shownLines)) session.say(`  ${text}`);
  return { ...peak, note: `died after ${Math.round(ms / 1000)} s` };
}
