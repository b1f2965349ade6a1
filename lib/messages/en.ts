import type { MessageSet } from "@/lib/messages/message-set";

const figure = new Intl.NumberFormat("en").format;

const counted = (count: number, one: string, many: string) =>
  `${figure(count)} ${count === 1 ? one : many}`;

const nouns = {
  category: { one: "category", many: "categories" },
  tag: { one: "tag", many: "tags" },
  author: { one: "author", many: "authors" },
  source: { one: "source", many: "sources" },
};

export const en: MessageSet = {
  skipToContent: "Skip to content",
  mainNavigation: "Sections",
  latest: "Latest",
  noPosts: "No posts here yet.",
  postCount: (count) => counted(count, "post", "posts"),
  figure,
  taxonomies: {
    category: { one: "Category", many: "Categories", none: "No categories yet." },
    tag: { one: "Tag", many: "Tags", none: "No tags yet." },
    author: { one: "Author", many: "Authors", none: "No authors yet." },
    source: { one: "Source", many: "Sources", none: "No sources yet." },
  },
  termCount: (taxonomy, count) => counted(count, nouns[taxonomy].one, nouns[taxonomy].many),
  termDescription: (taxonomy, name, count) =>
    `${en.taxonomies[taxonomy].one} “${name}”: ${counted(count, "post", "posts")}`,
  archive: "Archive",
  archiveByMonth: "Every post by year and month",
  monthsOf: (year) => `Months of ${year}`,
  year: String,
  titleOfPage: (title, page) => (page > 1 ? `${title} (page ${figure(page)})` : title),
  pagination: {
    label: "Pages",
    first: "First",
    previous: "Previous",
    next: "Next",
    last: "Last",
    position: (page, pageCount) => `Page ${figure(page)} of ${figure(pageCount)}`,
  },
  article: {
    updated: "Updated",
    readingTime: (minutes) => `${figure(minutes)} min read`,
    source: "Source",
    original: "Read the original",
    tags: "Tags",
    neighbours: "More posts",
    previous: "Previous post",
    next: "Next post",
    and: ", ",
    video: { play: "Play video: {title}", note: "Loads from {host} when you press play" },
  },
  notFound: {
    title: "Page not found",
    text: "The address may be mistyped, or the post has moved.",
    home: "Go to the front page",
    archive: "Browse the archive",
  },
};
