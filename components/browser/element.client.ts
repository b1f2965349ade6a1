/** An element with attributes and children; strings stay text, whatever they hold. */
export function createElement<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    element.setAttribute(attribute, value);
  }
  element.append(...children);
  return element;
}

export function createButton(
  label: string,
  className: string,
  onClick: () => void,
): HTMLButtonElement {
  const button = createElement("button", { type: "button", class: className }, label);
  button.addEventListener("click", onClick);
  return button;
}

/** Takes the focus to what is no control: those who hear the page hear it. */
export function focusText(element: HTMLElement): void {
  element.tabIndex = -1;
  element.focus();
}
