import { LeadStory } from "@/components/front/lead-story";
import { StoryColumns } from "@/components/front/story-columns";
import { Pagination } from "@/components/pagination/pagination";
import type { Listing } from "@/lib/publication";
import { findSite } from "@/lib/queries/settings";
import { latestUrl } from "@/lib/urls";

/** The newest post large, two more with it, the others in columns below. */
export async function FrontPage({ listing }: { listing: Listing }) {
  const { messages, settings } = await findSite();
  const [lead, ...others] = listing.posts;
  return (
    // The style sheet knows the front page by this class.
    <div className="front">
      <h1 className="sr-only">{settings.name}</h1>
      {lead ? (
        <div className={lead.cover ? "front-top front-top-pictured" : "front-top"}>
          <LeadStory post={lead} />
          {/* One picture beside that of the lead story: then both columns end at about the same height. */}
          <StoryColumns
            posts={others.slice(0, 2)}
            pictures={lead.cover ? 1 : 2}
            className="stories-second"
          />
        </div>
      ) : (
        <p className="empty">{messages.noPosts}</p>
      )}
      <StoryColumns posts={others.slice(2)} className="stories-below" />
      <Pagination {...listing} urlOf={latestUrl} />
    </div>
  );
}
