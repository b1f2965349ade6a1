import { stringify } from "yaml";
import { frontMatterAddresses, frontMatterTexts } from "@/lib/html/testing/attacks/front-matter";

/** Posts whose front matter attacks; some are refused for it, which is as good. */
interface FrontMatterPage {
  slug: string;
  frontMatter: string;
}

export function listFrontMatterPages(): FrontMatterPage[] {
  const texts = frontMatterTexts.flatMap((text, index) => [
    {
      slug: `text-${index + 1}`,
      fields: {
        ...{ title: text, subtitle: text, author: text, tags: [text], categories: [text] },
        summary: text,
      },
    },
    {
      slug: `key-${index + 1}`,
      fields: { title: `题 ${index}`, lang: text, extra: text, [text]: text },
    },
  ]);
  const addresses = frontMatterAddresses.flatMap((address, index) => [
    {
      slug: `address-${index + 1}`,
      fields: { title: `址 ${index}`, from: address, cover: address, aliases: [address] },
    },
    {
      slug: `permalink-${index + 1}`,
      fields: { title: `链 ${index}`, permalink: address },
    },
  ]);
  return [...texts, ...addresses].map(({ slug, fields }) => ({
    slug,
    frontMatter: stringify({ slug, date: "2024-01-02", ...fields }),
  }));
}
