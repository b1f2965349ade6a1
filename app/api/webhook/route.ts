import { answerWebhook } from "@/lib/regeneration/webhook-endpoint";

export const POST = (request: Request) => answerWebhook(request);
