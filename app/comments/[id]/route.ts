import { answerPermalink } from "@/lib/comments/http/permalink-endpoint";
import { serveComments } from "@/lib/comments/http/serve";

export const GET = (request: Request, { params }: RouteContext<"/comments/[id]">) =>
  serveComments(request, async (_, service) =>
    answerPermalink(request, (await params).id, service),
  );
