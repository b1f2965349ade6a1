import { environment } from "@/lib/environment";
import { ownHost } from "@/lib/site/own-host";

/** Where this server reaches itself. Next.js sets `PORT` to the port that it really listens on. */
export const ownAddress = (): string =>
  `http://${ownHost(environment.host)}:${process.env.PORT ?? environment.port}`;
