import { describe, expect, it } from "vitest";
import { renderMarkdown } from "@/lib/html/markdown";

const box = (checked = "") =>
  `<input type="checkbox" class="task-list-item-checkbox" disabled="disabled"${checked}>`;

describe("task lists", () => {
  it("show boxes, ticked or not, in lists of either kind", () => {
    expect(renderMarkdown("- [ ] one\n- [x] two\n- [X] three\n- four\n")).toBe(
      `<ul class="task-list-container">
<li class="task-list-item">${box()} one</li>
<li class="task-list-item">${box(' checked="checked"')} two</li>
<li class="task-list-item">${box(' checked="checked"')} three</li>
<li>four</li>
</ul>
`,
    );
    expect(renderMarkdown("3. [ ] one\n")).toContain(
      '<ol start="3" class="task-list-container">\n<li class="task-list-item">',
    );
  });

  it("are told apart where one is in another", () => {
    const html = renderMarkdown("- a\n  - [ ] b\n- c\n\ntext\n\n- [ ] d\n  - e\n");
    const lists = html.match(/<ul[^>]*>/g);
    expect(lists).toEqual([
      "<ul>",
      '<ul class="task-list-container">',
      '<ul class="task-list-container">',
      "<ul>",
    ]);
  });

  it("keep what is in the item besides", () => {
    expect(renderMarkdown("- [ ] **a** [b](/c)\n")).toContain(
      `${box()} <strong>a</strong> <a href="/c">b</a></li>`,
    );
    expect(renderMarkdown("- [x] a\n\n  b\n")).toContain(
      `<li class="task-list-item">\n<p>${box(' checked="checked"')} a</p>\n<p>b</p>`,
    );
  });

  it.each([
    "- [] a",
    "- [y] a",
    "- [ ]a",
    "- [ ]",
    "- a [ ] b",
    "[ ] a",
    "> [ ] a",
    "- > [ ] a",
    "- `[ ] a`",
    "- \\[ ] a",
    "- # [ ] a",
  ])("are not made of %s", (source) => {
    expect(renderMarkdown(source)).not.toContain("<input");
  });
});
