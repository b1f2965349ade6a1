/** @jsxImportSource hastscript */

import type { Properties } from "hastscript";
import { trapField } from "@/lib/comments/create-comment";
import { commentWords } from "@/lib/comments/edition";
import { buildHidden } from "@/lib/comments/markup/page-pieces";
import { longest } from "@/lib/comments/read-draft";
import type { FieldProblems, Fields, WrittenField } from "@/lib/discussion/draft-fields";
import type { CommentSettings } from "@/lib/site/comment-settings";
import { commentsApiUrl } from "@/lib/urls";

export interface FormContent {
  postId: string;
  bounds: Pick<CommentSettings, "maxLength" | "maxLinks">;
  /** What was typed before: a form that comes back. */
  fields?: Fields;
  problems?: FieldProblems;
  /** Of a form that is made for one reader; a page that all readers share has none. */
  token?: string;
}

/** The form for a comment or an answer, the same on every page. */
export function buildForm(content: FormContent) {
  const { postId, bounds, fields = {}, token } = content;
  return (
    <form className="comment-form" method="post" action={commentsApiUrl}>
      <h3 className="comment-form-title">{commentWords().write}</h3>
      {buildHidden("post", postId)}
      {buildHidden("parent", fields.parent ?? "")}
      {token === undefined ? undefined : buildHidden("token", token)}
      {buildField(textInput(bounds), content)}
      <div className="comment-who">{writerInputs().map((input) => buildField(input, content))}</div>
      {buildTrap(`comment-${trapField}`)}
      <p className="comment-buttons">
        <button className="button button-main" name="intent" value="post">
          {commentWords().post}
        </button>
        <button className="button" name="intent" value="preview">
          {commentWords().preview}
        </button>
      </p>
    </form>
  );
}

/** A field that a writer fills in. */
interface WrittenInput {
  name: WrittenField;
  hint?: string;
  attributes: Properties & { maxLength: number; required?: true };
}

const textInput = ({ maxLength }: FormContent["bounds"]): WrittenInput => ({
  name: "text",
  hint: commentWords().textHint,
  attributes: { required: true, rows: 6, maxLength },
});

const writerInputs = (): readonly WrittenInput[] => [
  { name: "name", attributes: { required: true, maxLength: longest.name, autoComplete: "name" } },
  {
    name: "email",
    hint: commentWords().emailHint,
    attributes: { type: "email", maxLength: longest.email, autoComplete: "email" },
  },
  {
    name: "website",
    attributes: { inputMode: "url", maxLength: longest.website, autoComplete: "url" },
  },
];

function buildField({ name, hint, attributes }: WrittenInput, content: FormContent) {
  const { fields = {}, problems = {} } = content;
  const id = `comment-${name}`;
  const value = fields[name] ?? "";
  const properties = {
    ...attributes,
    id,
    name,
    "aria-describedby": [...(hint ? [`${id}-hint`] : []), `${id}-problem`],
    ...(problems[name] ? { "aria-invalid": "true" } : {}),
  };
  return (
    <div className={["comment-field", `comment-field-${name}`]}>
      <label htmlFor={[id]}>
        {commentWords().fields[name]}
        {attributes.required ? undefined : buildOptional()}
      </label>
      {name === "text" ? (
        // The first line break of a textarea belongs to the markup.
        <textarea {...properties}>{`\n${value}`}</textarea>
      ) : (
        <input {...properties} value={value} />
      )}
      {hint === undefined ? undefined : (
        <p id={`${id}-hint`} className="comment-hint">
          {hint}
        </p>
      )}
      <p id={`${id}-problem`} className="comment-problem">
        {describeProblem(problems[name], { ...content.bounds, maxLength: attributes.maxLength })}
      </p>
    </div>
  );
}

const buildOptional = () => (
  <>
    {" "}
    <span className="comment-optional">{commentWords().optional}</span>
  </>
);

const describeProblem = (
  problem: FieldProblems[WrittenField],
  bounds: FormContent["bounds"],
): string | undefined => problem && commentWords().problems[problem](bounds);

/** Out of everyone's sight and way, but not of a program's that fills in whatever it finds. */
const buildTrap = (id: string) => (
  <div className="comment-trap" aria-hidden="true">
    <label htmlFor={[id]}>{commentWords().trap}</label>
    <input id={id} name={trapField} tabIndex={-1} autoComplete="off" />
  </div>
);
