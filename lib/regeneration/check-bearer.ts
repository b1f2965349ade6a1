import { refuse } from "@/lib/regeneration/reply";
import { isSameSecret } from "@/lib/regeneration/same-secret";

/** What opens a door: the value of a variable of the environment, which is unset where the door is closed. */
interface Secret {
  variable: string;
  value: string | undefined;
}

/**
 * Whether a request carries one of these secrets in `Authorization: Bearer …`.
 * @param own a further one, that only the site itself knows
 * @returns the refusal: 403 where nothing is set that could open the door, 401 where what is given doesn't; nothing where
 *   it is open
 */
export function checkBearer(
  request: Request,
  secrets: readonly Secret[],
  own?: string,
): Response | undefined {
  const given = /^Bearer (.+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
  const names = secrets.map(({ variable }) => variable).join(" or ");
  const values = secrets.flatMap(({ value }) => value ?? []);
  const opens = [...values, ...(own === undefined ? [] : [own])];
  if (given !== undefined && opens.some((value) => isSameSecret(given, value))) return undefined;
  if (values.length === 0) {
    return refuse(403, `this door is closed: the site was started without ${names}`);
  }
  return refuse(
    401,
    given === undefined
      ? "the secret is missing: send it as `Authorization: Bearer …`"
      : `the secret is not the ${names} of this site`,
    { "WWW-Authenticate": 'Bearer realm="masthead"' },
  );
}
