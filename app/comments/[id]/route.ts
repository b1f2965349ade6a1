import { answerPermalink } from "@/lib/comments/http/permalink-endpoint";
import { serveComments } from "@/lib/comments/http/serve";
import { findCommentService } from "@/lib/serving/comment-service";

export const GET = (request: Request, { params }: RouteContext<"/comments/[id]">) =>
  serveComments(findCommentService, request, async (_, service) =>
    answerPermalink(request, (await params).id, service),
  );
