import { answerBlockChange, answerBlocks } from "@/lib/comments/moderation/http/blocks-endpoint";
import { serveModerator } from "@/lib/comments/moderation/http/serve-moderation";

export const GET = (request: Request) => serveModerator(request, answerBlocks);

export const POST = (request: Request) => serveModerator(request, answerBlockChange);
