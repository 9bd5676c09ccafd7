import { UserOutlined } from '@ant-design/icons'
import { Button, Popover, Segmented } from 'antd'
import type { ReactNode } from 'react'
import { useSession } from '../api/use-session.ts'
import { useStrings } from '../locale/strings.ts'
import { setPreferences, usePreferences } from '../preferences/use-preferences.ts'
import { useSignOut } from '../session/use-sign-out.ts'
import styles from './account-menu.module.css'
import { strings } from './strings.ts'

// Each language in its own words, so that nobody has to read the other one to get back.
const LANGUAGES = [
  { value: 'zh' as const, label: '中文' },
  { value: 'en' as const, label: 'English' },
]

/** Who is signed in, how this device shows things, and the way out. */
export function AccountMenu({ onHelp }: { onHelp: () => void }) {
  const t = useStrings(strings)
  return (
    <Popover trigger="click" placement="bottomRight" arrow={false} content={<AccountPanel onHelp={onHelp} />}>
      <Button type="text" shape="circle" icon={<UserOutlined aria-hidden />} aria-label={t.account} />
    </Popover>
  )
}

function AccountPanel({ onHelp }: { onHelp: () => void }) {
  const t = useStrings(strings)
  const preferences = usePreferences()
  const user = useSession().data?.user
  const signOut = useSignOut()
  return (
    <div className={styles.panel}>
      <div>
        <p className={styles.name}>{user?.name}</p>
        <p className={styles.email}>{user?.email}</p>
      </div>
      <Setting label={t.language}>
        <Segmented
          value={preferences.language}
          onChange={(language) => setPreferences({ language })}
          options={LANGUAGES}
        />
      </Setting>
      <Setting label={t.theme}>
        <Segmented
          value={preferences.theme}
          onChange={(theme) => setPreferences({ theme })}
          options={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: t[value] }))}
        />
      </Setting>
      <Setting label={t.rise}>
        <Segmented
          value={preferences.riseIs}
          onChange={(riseIs) => setPreferences({ riseIs })}
          options={(['red', 'green'] as const).map((value) => ({ value, label: t[value] }))}
        />
      </Setting>
      <Button block onClick={onHelp}>
        {t.shortcuts}
      </Button>
      <Button block onClick={() => signOut.mutate()} loading={signOut.isPending}>
        {t.signOut}
      </Button>
    </div>
  )
}

const Setting = ({ label, children }: { label: string; children: ReactNode }) => (
  <fieldset className={styles.setting}>
    <legend>{label}</legend>
    {children}
  </fieldset>
)
