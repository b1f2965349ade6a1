import { answerChange, answerOwnComments } from "@/lib/comments/http/own-endpoint";
import { serveComments } from "@/lib/comments/http/serve";

export const GET = (request: Request) => serveComments(request, answerOwnComments);

export const POST = (request: Request) => serveComments(request, answerChange);
