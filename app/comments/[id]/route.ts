import { answerPermalink } from "@/lib/comments/http/permalink-endpoint";
import { serveComments } from "@/lib/comments/http/serve";
import { findCommentService } from "@/lib/serving/comment-service";
import { inPresentEdition } from "@/lib/serving/present-edition";

export const GET = (request: Request, { params }: RouteContext<"/comments/[id]">) =>
  inPresentEdition(() =>
    serveComments(findCommentService, request, async (_, service) =>
      answerPermalink(request, (await params).id, service),
    ),
  );
