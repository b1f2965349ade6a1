import { answerRevalidate } from "@/lib/regeneration/revalidate-endpoint";

export const POST = (request: Request) => answerRevalidate(request);
