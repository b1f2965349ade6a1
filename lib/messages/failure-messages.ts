import type { Language } from "@/lib/text/languages";

interface FailureMessages {
  title: string;
  text: string;
  retry: string;
  home: string;
}

const sets: Record<Language, FailureMessages> = {
  "zh-Hans": {
    title: "页面出了差错",
    text: "不是您的问题。请稍后再试一次。",
    retry: "再试一次",
    home: "回到首页",
  },
  "zh-Hant": {
    title: "頁面出了差錯",
    text: "不是您的問題。請稍後再試一次。",
    retry: "再試一次",
    home: "回到首頁",
  },
  en: {
    title: "Something went wrong",
    text: "It is not your fault. Please try again in a moment.",
    retry: "Try again",
    home: "Go to the front page",
  },
};

/** Apart from the other messages because error pages run in the browser, which every page then loads. */
export const failureMessagesIn = (language: Language): FailureMessages => sets[language];
