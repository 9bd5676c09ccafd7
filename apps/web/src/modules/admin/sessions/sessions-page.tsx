import type { OpenSession } from '@zhanggui/contract'
import { App, Button } from 'antd'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStrings } from '../../../locale/strings.ts'
import { PageHeader } from '../../../parts/page-header.tsx'
import { Panel } from '../../../parts/panel.tsx'
import stack from '../../../parts/stack.module.css'
import { ChangePasswordDialog } from './change-password-dialog.tsx'
import { SessionTable } from './session-table.tsx'
import { strings } from './strings.ts'
import { useOpenSessions } from './use-open-sessions.ts'

const LIST_HEIGHT = 200

/** Where the reader is signed in, and the reader's own password. */
export default function SessionsPage() {
  const t = useStrings(strings)
  const sessions = useOpenSessions()
  const { get, set } = useSearchState()
  const { message } = App.useApp()
  const close = () => set({ open: null })
  const changed = () => {
    close()
    void message.success(t.passwordChanged)
  }
  return (
    <div className={stack.stack}>
      <PageHeader
        title={t.title}
        lead={t.lead}
        actions={<Button onClick={() => set({ open: 'password' })}>{t.password}</Button>}
      />
      <Panel<OpenSession[]> query={sessions} height={LIST_HEIGHT}>
        {(list) => <SessionTable sessions={list} />}
      </Panel>
      <ChangePasswordDialog open={get('open') === 'password'} onClose={close} onChanged={changed} />
    </div>
  )
}
