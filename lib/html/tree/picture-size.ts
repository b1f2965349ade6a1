import { closeSync, readSync, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { imageSize } from "image-size";
import { decodePercent } from "@/lib/site/decode-percent";
import { nameSpecialFile, openRegularFile } from "@/lib/site/regular-file";

interface PictureSize {
  width: number;
  height: number;
}

/** Sizes stand near the beginning, behind embedded previews and colour profiles. */
const maxHeaderBytes = 512 * 1024;

/**
 * The size in pixels of a picture under `public/`, as a browser shows it. Nothing if there is no
 * such file, if it is no picture, or if the address leads out of the directory by whatever way.
 */
export function readPictureSize(publicDirectory: string, src: string): PictureSize | undefined {
  const path = resolveInside(publicDirectory, src);
  return path === undefined ? undefined : measure(readHeader(path));
}

/** What stands in the place of a picture that is no file, and is not opened: a pipe, say; nothing where nothing does. */
export function nameOddPicture(publicDirectory: string, src: string): string | undefined {
  const path = resolveInside(publicDirectory, src);
  const stats = path === undefined ? undefined : statSync(path, { throwIfNoEntry: false });
  return stats && nameSpecialFile(stats);
}

function resolveInside(directory: string, src: string): string | undefined {
  try {
    const root = realpathSync(directory);
    const pathname = decodePercent(new URL(src, "http://local/").pathname);
    if (pathname === undefined) return undefined;
    // A symbolic link may lead anywhere; only the real path tells.
    const path = realpathSync(join(root, pathname));
    return path.startsWith(root + sep) ? path : undefined;
  } catch (error) {
    if (isMissing(error) || error instanceof TypeError) return undefined;
    throw error;
  }
}

/** A name that can't be a file's (too long, a file where a folder should be) is a missing file too. */
function isMissing(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return [
    ...["ENOENT", "ENOTDIR", "ENAMETOOLONG", "ELOOP", "EACCES", "EPERM", "EISDIR"],
    // No regular file, a socket, a disk that is broken or away.
    ...["EINVAL", "ENXIO", "EIO", "ESTALE"],
  ].includes(String(code));
}

function readHeader(path: string): Uint8Array {
  let file: number | undefined;
  try {
    file = openRegularFile(path).file;
    const buffer = new Uint8Array(maxHeaderBytes);
    return buffer.subarray(0, readSync(file, buffer, 0, maxHeaderBytes, 0));
  } catch (error) {
    if (isMissing(error)) return new Uint8Array();
    throw error;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function measure(header: Uint8Array): PictureSize | undefined {
  const size = sizeOf(header);
  if (!size?.width || !size.height) return undefined;
  // EXIF orientations 5 to 8 lie on their side, and browsers turn them.
  return (size.orientation ?? 1) >= 5
    ? { width: size.height, height: size.width }
    : { width: size.width, height: size.height };
}

function sizeOf(header: Uint8Array): ReturnType<typeof imageSize> | undefined {
  try {
    return imageSize(header);
  } catch {
    // image-size throws whatever its parsers run into; to us each of them means "not a picture".
    return undefined;
  }
}
