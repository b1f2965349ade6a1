import { answerAccentFile } from "@/lib/accent/accent-files";

export const GET = async (_: Request, { params }: RouteContext<"/accent/[file]">) =>
  answerAccentFile((await params).file);
