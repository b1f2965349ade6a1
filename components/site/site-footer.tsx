import { InternalLink } from "@/components/links/internal-link";
import { NavigationLink } from "@/components/site/navigation-link";
import { findSite } from "@/lib/queries/settings";
import { frontPageUrl } from "@/lib/urls";

export async function SiteFooter() {
  const { settings } = await findSite();
  return (
    <footer className="site-footer">
      <InternalLink href={frontPageUrl} className="site-footer-name">
        {settings.name}
      </InternalLink>
      <ul className="site-footer-links">
        {settings.navigation.map((item) => (
          <li key={item.href}>
            <NavigationLink {...item} />
          </li>
        ))}
      </ul>
      {settings.footer && <p className="site-footer-line">{settings.footer}</p>}
    </footer>
  );
}
