import type { Element, Properties } from "hast";
import { trapField } from "@/lib/comments/create-comment";
import { h } from "@/lib/comments/markup/h";
import { longest } from "@/lib/comments/read-draft";
import type { FieldProblems, Fields, WrittenField } from "@/lib/discussion/draft-fields";
import { commentMessages as messages } from "@/lib/messages/comments/comment-messages";
import type { CommentSettings } from "@/lib/site/comment-settings";
import { commentsApiUrl } from "@/lib/urls";

export interface FormContent {
  postId: string;
  /** Sets the form's ids apart from those of other forms: a browser may keep several pages in one document. */
  scope?: string;
  bounds: Pick<CommentSettings, "maxLength" | "maxLinks">;
  /** What was typed before: a form that comes back. */
  fields?: Fields;
  problems?: FieldProblems;
  /** Of a form that is made for one reader; a page that all readers share has none. */
  token?: string;
}

/** The form for a comment or an answer, the same on every page. */
export function buildForm({
  postId,
  bounds,
  scope = "",
  fields = {},
  problems = {},
  token,
}: FormContent): Element {
  const field = (name: WrittenField, input: Properties, hint?: string) =>
    buildField({
      id: `comment-${name}${scope}`,
      name,
      hint,
      input,
      value: fields[name] ?? "",
      problem: problems[name],
      bounds,
    });
  return h(
    "form",
    { className: ["comment-form"], method: "post", action: commentsApiUrl },
    h("h3", { className: ["comment-form-title"] }, messages.write),
    hidden("post", postId),
    hidden("parent", fields.parent ?? ""),
    token !== undefined && hidden("token", token),
    field("text", { required: true, rows: 6, maxLength: bounds.maxLength }, messages.textHint),
    h(
      "div",
      { className: ["comment-who"] },
      field("name", { required: true, maxLength: longest.name, autoComplete: ["name"] }),
      field(
        "email",
        { type: "email", maxLength: longest.email, autoComplete: ["email"] },
        messages.emailHint,
      ),
      field("website", { inputMode: "url", maxLength: longest.website, autoComplete: ["url"] }),
    ),
    buildTrap(`comment-${trapField}${scope}`),
    h(
      "p",
      { className: ["comment-buttons"] },
      h(
        "button",
        { className: ["button", "button-main"], name: "intent", value: "post" },
        messages.post,
      ),
      h("button", { className: ["button"], name: "intent", value: "preview" }, messages.preview),
    ),
  );
}

const hidden = (name: string, value: string) => h("input", { type: "hidden", name, value });

interface FieldContent {
  id: string;
  name: WrittenField;
  hint: string | undefined;
  input: Properties;
  value: string;
  problem: FieldProblems[WrittenField];
  bounds: FormContent["bounds"];
}

function buildField({ id, name, hint, input, value, problem, bounds }: FieldContent): Element {
  const maxLength = Number(input.maxLength);
  const described = [...(hint ? [`${id}-hint`] : []), `${id}-problem`];
  const properties: Properties = {
    ...input,
    id,
    name,
    ariaDescribedBy: described,
    ...(problem ? { ariaInvalid: "true" } : {}),
  };
  return h(
    "div",
    { className: ["comment-field", `comment-field-${name}`] },
    h(
      "label",
      { htmlFor: [id] },
      messages.fields[name],
      !input.required && [" ", h("span", { className: ["comment-optional"] }, messages.optional)],
    ),
    name === "text"
      ? // The first line break of a textarea belongs to the markup.
        h("textarea", properties, `\n${value}`)
      : h("input", { ...properties, value }),
    hint !== undefined && h("p", { id: `${id}-hint`, className: ["comment-hint"] }, hint),
    h(
      "p",
      { id: `${id}-problem`, className: ["comment-problem"] },
      problem && messages.problems[problem]({ ...bounds, maxLength }),
    ),
  );
}

/** Out of everyone's sight and way, but not of a program's that fills in whatever it finds. */
function buildTrap(id: string): Element {
  return h(
    "div",
    { className: ["comment-trap"], ariaHidden: "true" },
    h("label", { htmlFor: [id] }, messages.trap),
    h("input", { id, name: trapField, tabIndex: -1, autoComplete: ["off"] }),
  );
}
