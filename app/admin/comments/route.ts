import { answerAct, answerQueue } from "@/lib/comments/moderation/http/queue-endpoint";
import { serveModerator } from "@/lib/comments/moderation/http/serve-moderation";

export const GET = (request: Request) => serveModerator(request, answerQueue);

export const POST = (request: Request) => serveModerator(request, answerAct);
