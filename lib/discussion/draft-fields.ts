/** What a form hands in: names of fields and what was typed, nothing checked yet. */
export type Fields = Readonly<Record<string, string>>;

/** The fields that a writer fills in, in the order of the form. */
export const writtenFields = ["name", "email", "website", "text"] as const;

export type WrittenField = (typeof writtenFields)[number];

/** Why a text can't be shown as it is. */
export type TextFault = "unreadable" | "direction" | "stacked";

export type FieldProblem =
  | TextFault
  | "missing"
  | "too-long"
  | "not-an-email"
  | "not-a-website"
  | "too-many-links";

export type FieldProblems = Partial<Record<WrittenField, FieldProblem>>;
