/** Does something that must not be begun twice. That it goes on is said to those who hear the page. */
export async function whileBusy(element: HTMLElement, work: () => Promise<void>): Promise<void> {
  if (element.getAttribute("aria-busy") === "true") return;
  element.setAttribute("aria-busy", "true");
  try {
    await work();
  } finally {
    element.removeAttribute("aria-busy");
  }
}
