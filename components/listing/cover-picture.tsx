import type { Picture } from "@/lib/publication";

interface CoverPictureProps {
  picture: Picture;
  /** Whether it is in view when the page opens. */
  eager?: boolean;
}

/**
 * The picture of a story in a frame of fixed proportions, so that nothing moves when it arrives. It says nothing that
 * the headline beside it does not, so it has no alternative text. Some hosts only answer without a referrer.
 */
export function CoverPicture({ picture, eager = false }: CoverPictureProps) {
  return (
    <div className="cover">
      {/* biome-ignore lint/performance/noImgElement: pictures come from any host and at most one is in view */}
      <img
        {...picture}
        alt=""
        decoding="async"
        referrerPolicy="no-referrer"
        {...(eager ? { fetchPriority: "high" } : { loading: "lazy" })}
      />
    </div>
  );
}
