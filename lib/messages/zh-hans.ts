import type { MessageSet } from "@/lib/messages/message-set";

const figure = new Intl.NumberFormat("zh-Hans").format;

export const zhHans: MessageSet = {
  skipToContent: "跳到正文",
  mainNavigation: "栏目",
  latest: "最新文章",
  noPosts: "这里还没有文章。",
  postCount: (count) => `共 ${figure(count)} 篇`,
  figure,
  taxonomies: {
    category: { one: "分类", many: "全部分类", none: "还没有分类。" },
    tag: { one: "标签", many: "全部标签", none: "还没有标签。" },
    author: { one: "作者", many: "全部作者", none: "还没有作者。" },
    source: { one: "来源", many: "全部来源", none: "还没有来源。" },
  },
  termCount: (taxonomy, count) =>
    `共 ${figure(count)} ${taxonomy === "author" ? "位" : "个"}${zhHans.taxonomies[taxonomy].one}`,
  termDescription: (taxonomy, name, count) =>
    `${zhHans.taxonomies[taxonomy].one}“${name}”：共 ${figure(count)} 篇文章`,
  archive: "归档",
  archiveByMonth: "按年月浏览全部文章",
  monthsOf: (year) => `${year}各月`,
  year: (year) => `${year}年`,
  titleOfPage: (title, page) => (page > 1 ? `${title}（第 ${figure(page)} 页）` : title),
  pagination: {
    label: "分页",
    first: "第一页",
    previous: "上一页",
    next: "下一页",
    last: "末页",
    position: (page, pageCount) => `第 ${figure(page)} 页，共 ${figure(pageCount)} 页`,
  },
  article: {
    updated: "更新于",
    readingTime: (minutes) => `阅读约 ${figure(minutes)} 分钟`,
    source: "来源",
    original: "查看原文",
    tags: "标签",
    neighbours: "前后文章",
    previous: "上一篇",
    next: "下一篇",
    and: "、",
    video: { play: "播放视频：{title}", note: "点击播放后才从{host}载入" },
  },
  notFound: {
    title: "没有这一页",
    text: "地址可能写错了，或者文章已经移走。",
    home: "回到首页",
    archive: "翻阅归档",
  },
};
