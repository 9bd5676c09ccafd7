import { NavLink, useSearchParams } from 'react-router'
import { navigationFor } from '../app/pages.ts'
import { preloadPage } from '../app/preload-page.ts'
import { usePermissions } from '../app/use-permissions.ts'
import { useStoreId } from '../app/use-store-id.ts'
import { useLanguage, useStrings } from '../locale/strings.ts'
import { sharedSearch } from '../range/range.ts'
import { Logo } from './logo.tsx'
import styles from './navigation.module.css'
import { StoreSwitcher } from './store-switcher.tsx'
import { strings } from './strings.ts'

/** The loop of the store, two levels. A section with one entry is that entry. */
export function Navigation({ onNavigate }: { onNavigate?: () => void }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const store = useStoreId()
  const permissions = usePermissions()
  const [search] = useSearchParams()
  const shared = sharedSearch(search)
  return (
    <nav aria-label={t.mainNavigation} className={styles.navigation}>
      <p className={styles.brand}>
        <Logo size={26} />
        {t.product}
      </p>
      <StoreSwitcher />
      {navigationFor(permissions).map(({ section, entries }) => (
        <div key={section} className={styles.section}>
          {section !== 'overview' && <p className={styles.heading}>{t[section]}</p>}
          <ul>
            {entries.map(({ to, title, icon: Icon }) => (
              <li key={to}>
                <NavLink
                  end
                  to={{ pathname: `/stores/${store}/${to}`, search: shared }}
                  className={styles.entry ?? ''}
                  onPointerEnter={() => preloadPage(to)}
                  onFocus={() => preloadPage(to)}
                  {...(onNavigate ? { onClick: onNavigate } : {})}
                >
                  {Icon && (
                    <span aria-hidden="true">
                      <Icon />
                    </span>
                  )}
                  {title[language]}
                </NavLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}
