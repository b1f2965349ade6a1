import { expect, test } from "vitest";

import { applyTransform } from "@/lib/html/testing/apply-transform";
import { dropUnreadElements } from "@/lib/html/transforms/drop-unread-elements";

const drop = (html: string) => applyTransform(dropUnreadElements, html);

test.each([
  "<script>alert(1)</script>",
  "<style>p{color:red}</style>",
  "<noscript>请开启脚本</noscript>",
  "<template><p>隐藏</p></template>",
  "<svg><title>图标</title><path d='M0 0'/></svg>",
  "<math><mi>x</mi></math>",
  "<select><option>一</option></select>",
  "<textarea>输入</textarea>",
  "<button>分享</button>",
  '<input type="text" value="x">',
  "<title>页面</title>",
])("%s goes with its text", (html) => {
  expect(drop(`<p>前</p>${html}<p>后</p>`)).toBe("<p>前</p><p>后</p>");
});

test("the box of a task list stays", () => {
  const html = '<li><input class="task-list-item-checkbox" type="checkbox" disabled> 一</li>';
  expect(drop(html)).toBe(html);
});
