import { InternalLink } from "@/components/links/internal-link";
import { NavigationLink } from "@/components/site/navigation-link";
import { settings } from "@/lib/settings";
import { frontPageUrl } from "@/lib/urls";

export function SiteFooter() {
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
      <p className="site-footer-line">{settings.footer}</p>
    </footer>
  );
}
