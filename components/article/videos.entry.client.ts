/**
 * Lets the stills of an article play in place. Without it each is a link to its video's page, and so it is for a reader
 * who opens it in a new tab. Nothing is asked of a host before the press, and the player's code comes with it.
 */

interface Labels {
  /** Name of the button; `{title}` is the video's. */
  videoPlay: string;
  /** What a press does; `{host}` is the host's name. */
  videoNote: string;
}

for (const body of document.querySelectorAll<HTMLElement>("[data-video-play]")) {
  const { videoPlay = "", videoNote = "" } = body.dataset;
  for (const still of body.querySelectorAll<HTMLAnchorElement>("a.video-still")) {
    markAsButton(still, { videoPlay, videoNote });
    playOnPress(still);
  }
}

/** Says what a press does now. */
function markAsButton(still: HTMLAnchorElement, { videoPlay, videoNote }: Labels): void {
  const host = still.querySelector("small")?.textContent ?? "";
  const title = still.querySelector("b")?.textContent ?? host;
  const note = document.createElement("small");
  note.className = "video-note";
  // The frame's words are in the publication's language, whatever that of the article is.
  note.lang = document.documentElement.lang;
  note.textContent = videoNote.replace("{host}", host);
  still.append(note);
  still.setAttribute("role", "button");
  still.setAttribute("aria-label", videoPlay.replace("{title}", title));
}

/** A link answers to a click and to Enter, which clicks; a button answers to the space bar too. */
function playOnPress(still: HTMLAnchorElement): void {
  still.addEventListener("click", (event) => {
    // With a key held down the reader wants the link: a new tab, a new window, a download.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void play();
  });
  still.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    void play();
  });

  async function play() {
    try {
      const { createPlayer } = await import("@/components/article/video-player.client");
      const player = createPlayer(still);
      // A second press finds nothing to replace.
      still.replaceWith(player);
      player.focus();
    } catch (reason) {
      console.warn("the video is shown on its own page", reason);
      location.assign(still.href);
    }
  }
}
