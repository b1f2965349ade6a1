import { writtenFields } from "@/lib/discussion/draft-fields";

/** A control of a form that we made ourselves, by its name. */
export function controlOf(
  form: HTMLFormElement,
  name: string,
): HTMLInputElement | HTMLTextAreaElement {
  const control = form.elements.namedItem(name);
  if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) return control;
  throw new Error(`the comment form has no field ${name}`);
}

/** What a form says that it is for. */
export const titleOf = (form: HTMLFormElement): HTMLElement | null =>
  form.querySelector<HTMLElement>(".comment-form-title");

/** The line of a form's buttons. */
export const buttonsOf = (form: HTMLFormElement): HTMLElement | null =>
  form.querySelector<HTMLElement>(".comment-buttons");

/** What a form says now. */
export function fieldsOf(form: HTMLFormElement): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of new FormData(form))
    if (typeof value === "string") fields[name] = value;
  return fields;
}

/** What is wrong, beside the field that it is about. */
export function showProblems(form: HTMLFormElement, problems: Readonly<Record<string, string>>) {
  for (const name of writtenFields) {
    const control = controlOf(form, name);
    const problem = problems[name] ?? "";
    const place = control.closest(".comment-field")?.querySelector(".comment-problem");
    if (place) place.textContent = problem;
    if (problem) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
  }
}

export const focusFirstProblem = (form: HTMLFormElement): void =>
  form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
