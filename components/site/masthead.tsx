import { InternalLink } from "@/components/links/internal-link";
import { NavigationLink } from "@/components/site/navigation-link";
import { Pennant } from "@/components/site/pennant";
import { findSite } from "@/lib/queries/settings";
import { frontPageUrl } from "@/lib/urls";

/** The head of every page. Where it stands above the front page the style sheet sets it large. */
export async function Masthead() {
  const { messages, settings } = await findSite();
  return (
    <header className="masthead">
      <div className="masthead-plate">
        <InternalLink href={frontPageUrl} className="masthead-name">
          <Pennant className="masthead-pennant" />
          <span className="sm:hidden">{settings.shortName}</span>
          <span className="max-sm:hidden">{settings.name}</span>
        </InternalLink>
        {settings.description && <p className="masthead-motto">{settings.description}</p>}
      </div>
      <nav aria-label={messages.mainNavigation} className="masthead-navigation">
        <ul>
          {settings.navigation.map((item) => (
            <li key={item.href}>
              <NavigationLink {...item} />
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}
