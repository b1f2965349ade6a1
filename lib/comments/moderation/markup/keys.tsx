/** @jsxImportSource hastscript */
import { moderationWords } from "@/lib/comments/edition";
import { keyOfAct } from "@/lib/comments/moderation/markup/queue-entry";
import { commentActs } from "@/lib/discussion/acts";

/**
 * The list of keys. Hidden until the script that listens to them shows it; they can be switched off, because single letters
 * get in the way of those who speak to their computer (WCAG 2.1.4).
 */
export const buildKeys = () => (
  <details className="desk-keys" data-keys="" hidden>
    <summary>{moderationWords().keys.title}</summary>
    <p>
      <label>
        <input type="checkbox" data-keys-on="" checked /> {moderationWords().keys.isOn}
      </label>
    </p>
    <dl>
      {listKeys().map(([key, does]) => (
        <div>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  </details>
);

/** Each with what it does. */
function listKeys(): [string, string][] {
  const { keys, acts } = moderationWords();
  const ofActs = commentActs.flatMap((act): [string, string][] => {
    const key = keyOfAct[act];
    return key === undefined ? [] : [[key, acts[act]]];
  });
  return [
    ["j", keys.next],
    ["k", keys.previous],
    ...ofActs,
    ["x", keys.choose],
    ["/", keys.search],
    ["?", keys.help],
  ];
}
