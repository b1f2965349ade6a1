import { createElement } from "@/components/browser/element.client";

/** The line of a form that says what is going on, to those who hear the page too. */
export interface StatusLine {
  say(message: string): void;
  /** Says at once what was not done, and why. */
  alert(message: string): void;
  /** Scrolls to it: it stands right below the buttons, which may be the last that a phone shows. */
  show(): void;
}

export function statusLineOf(form: HTMLFormElement): StatusLine {
  const line = form.querySelector<HTMLElement>(".comment-status") ?? addTo(form);
  const show = () => line.scrollIntoView({ block: "nearest" });
  return {
    say: (message) => write(line, message, "status"),
    alert: (message) => {
      write(line, message, "alert");
      show();
    },
    show,
  };
}

function addTo(form: HTMLFormElement): HTMLElement {
  const line = createElement("p", { class: "comment-status", role: "status" });
  form.append(line);
  return line;
}

function write(line: HTMLElement, message: string, role: "alert" | "status"): void {
  line.setAttribute("role", role);
  line.classList.toggle("comment-status-alert", role === "alert");
  line.textContent = message;
}
