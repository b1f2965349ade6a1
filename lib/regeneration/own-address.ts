import { environment } from "@/lib/environment";

/** Where this server reaches itself. Next.js sets `PORT` to the port that it really listens on. */
export const ownAddress = (): string => `http://localhost:${process.env.PORT ?? environment.port}`;
