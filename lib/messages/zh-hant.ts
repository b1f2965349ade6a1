import type { MessageSet } from "@/lib/messages/message-set";

const figure = new Intl.NumberFormat("zh-Hant").format;

export const zhHant: MessageSet = {
  skipToContent: "跳到正文",
  mainNavigation: "欄目",
  latest: "最新文章",
  noPosts: "這裡還沒有文章。",
  postCount: (count) => `共 ${figure(count)} 篇`,
  figure,
  taxonomies: {
    category: { one: "分類", many: "全部分類", none: "還沒有分類。" },
    tag: { one: "標籤", many: "全部標籤", none: "還沒有標籤。" },
    author: { one: "作者", many: "全部作者", none: "還沒有作者。" },
    source: { one: "來源", many: "全部來源", none: "還沒有來源。" },
  },
  termCount: (taxonomy, count) =>
    `共 ${figure(count)} ${taxonomy === "author" ? "位" : "個"}${zhHant.taxonomies[taxonomy].one}`,
  termDescription: (taxonomy, name, count) =>
    `${zhHant.taxonomies[taxonomy].one}「${name}」：共 ${figure(count)} 篇文章`,
  archive: "彙整",
  archiveByMonth: "按年月瀏覽全部文章",
  monthsOf: (year) => `${year}各月`,
  year: (year) => `${year}年`,
  titleOfPage: (title, page) => (page > 1 ? `${title}（第 ${figure(page)} 頁）` : title),
  pagination: {
    label: "分頁",
    first: "第一頁",
    previous: "上一頁",
    next: "下一頁",
    last: "末頁",
    position: (page, pageCount) => `第 ${figure(page)} 頁，共 ${figure(pageCount)} 頁`,
  },
  article: {
    updated: "更新於",
    readingTime: (minutes) => `閱讀約 ${figure(minutes)} 分鐘`,
    source: "來源",
    original: "查看原文",
    tags: "標籤",
    neighbours: "前後文章",
    previous: "上一篇",
    next: "下一篇",
    and: "、",
    video: { play: "播放影片：{title}", note: "點擊播放後才從{host}載入" },
  },
  notFound: {
    title: "沒有這一頁",
    text: "網址可能寫錯了，或者文章已經移走。",
    home: "回到首頁",
    archive: "翻閱彙整",
  },
};
