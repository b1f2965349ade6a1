import { answerChallenge } from "@/lib/comments/http/challenge-endpoint";
import { serveComments } from "@/lib/comments/http/serve";

export const GET = (request: Request) => serveComments(request, answerChallenge);
