import { Drawer } from 'antd'
import { useEffect, useState } from 'react'
import { Outlet } from 'react-router'
import { usePage } from '../app/use-page.ts'
import { useStoreId } from '../app/use-store-id.ts'
import { useStrings } from '../locale/strings.ts'
import { rememberStore } from '../session/remembered-store.ts'
import { CommandPalette } from './command-palette.tsx'
import styles from './layout.module.css'
import { LoadingBar } from './loading-bar.tsx'
import { Navigation } from './navigation.tsx'
import { RangeBar } from './range-bar.tsx'
import { ShortcutHelp } from './shortcut-help.tsx'
import { strings } from './strings.ts'
import { TopBar } from './top-bar.tsx'
import { useListKeys } from './use-list-keys.ts'
import { useReturnFocus } from './use-return-focus.ts'
import { useSearchKeys } from './use-search-keys.ts'

/** Navigation on the left, the top bar, and the page. On a phone the navigation is a drawer. */
export function Layout() {
  const t = useStrings(strings)
  const store = useStoreId()
  const page = usePage()
  const [searching, setSearching] = useState(false)
  const [navigating, setNavigating] = useState(false)
  const [helping, setHelping] = useState(false)
  useSearchKeys({ onSearch: () => setSearching(true), onHelp: () => setHelping(true) })
  useListKeys()
  useReturnFocus()
  useEffect(() => rememberStore(store), [store])
  return (
    <div className={styles.shell}>
      <LoadingBar />
      <a className={styles.skip} href="#content">
        {t.skip}
      </a>
      <aside className={styles.side}>
        <Navigation />
      </aside>
      <Drawer
        open={navigating}
        onClose={() => setNavigating(false)}
        placement="left"
        size={264}
        title={null}
        closable={false}
      >
        <Navigation onNavigate={() => setNavigating(false)} />
      </Drawer>
      <div className={styles.main}>
        <TopBar
          onSearch={() => setSearching(true)}
          onNavigate={() => setNavigating(true)}
          onHelp={() => setHelping(true)}
        />
        {page?.range && (
          <div className={styles.rangeBelow}>
            <RangeBar comparison={page.range === 'comparison'} />
          </div>
        )}
        <main id="content" className={styles.content} tabIndex={-1}>
          <Outlet key={store} />
        </main>
      </div>
      <CommandPalette open={searching} onClose={() => setSearching(false)} />
      <ShortcutHelp open={helping} onClose={() => setHelping(false)} />
    </div>
  )
}
