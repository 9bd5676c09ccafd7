import { MenuOutlined, SearchOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { usePage } from '../app/use-page.ts'
import { useStrings } from '../locale/strings.ts'
import { AccountMenu } from './account-menu.tsx'
import { AlertBell } from './alert-bell.tsx'
import { RangeBar } from './range-bar.tsx'
import { strings } from './strings.ts'
import styles from './top-bar.module.css'

type TopBarProps = { onSearch: () => void; onNavigate: () => void; onHelp: () => void }

/** Range and comparison, search, alerts, and the person. */
export function TopBar({ onSearch, onNavigate, onHelp }: TopBarProps) {
  const t = useStrings(strings)
  const page = usePage()
  return (
    <header className={styles.bar}>
      <Button
        type="text"
        className={styles.menu ?? ''}
        icon={<MenuOutlined aria-hidden />}
        aria-label={t.openNavigation}
        onClick={onNavigate}
      />
      <div className={styles.range}>{page?.range && <RangeBar comparison={page.range === 'comparison'} />}</div>
      <button type="button" className={styles.search} onClick={onSearch} aria-keyshortcuts="Meta+K Control+K /">
        <SearchOutlined aria-hidden />
        <span>{t.searchHint}</span>
        <kbd>⌘K</kbd>
      </button>
      <AlertBell />
      <AccountMenu onHelp={onHelp} />
    </header>
  )
}
