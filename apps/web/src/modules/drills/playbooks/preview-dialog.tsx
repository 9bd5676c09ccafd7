import type { PlaybookInfo } from '@zhanggui/contract'
import { App, Modal } from 'antd'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { PanelBody } from '../../../parts/panel.tsx'
import { Problem } from '../../../parts/problem.tsx'
import cards from '../cards.module.css'
import { ChangeList } from './change-list.tsx'
import styles from './playbooks.module.css'
import { strings } from './strings.ts'
import { usePreview, useStartRun } from './use-playbooks.ts'
import { DECISIONS, RUN_STATES, useWords } from './words.ts'

/** What a playbook would do this moment, and the button that lets it. */
export function PreviewDialog({ playbook, onClose }: { playbook: PlaybookInfo; onClose: () => void }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const words = useWords()
  const { message } = App.useApp()
  const query = usePreview(playbook.id)
  const start = useStartRun()
  const mayAct = usePermissions().includes('live:act')
  const submit = () =>
    start.mutate(playbook.id, {
      onSuccess: ({ state }) => {
        void message.info(words(RUN_STATES[state]))
        onClose()
      },
    })
  const holds = query.data === undefined || query.data.decision === 'hold'
  return (
    <Modal
      title={`${t.preview}：${language === 'zh' ? playbook.body.nameZh : playbook.body.nameEn}`}
      open
      onCancel={onClose}
      onOk={submit}
      okText={t.runNow}
      cancelText={t.close}
      okButtonProps={{ disabled: holds || !mayAct, loading: start.isPending }}
    >
      <PanelBody query={query} height={120}>
        {({ decision, reason, changes, tells, cannot }) => (
          <>
            <p className={styles.answer}>{words(DECISIONS[decision])}</p>
            {reason && <p className={cards.soft}>{words(reason)}</p>}
            {changes.length + tells.length === 0 && !reason && <p className={cards.faint}>{t.nothingChanges}</p>}
            <ChangeList changes={changes} tells={tells} cannot={reason ? [] : cannot} />
          </>
        )}
      </PanelBody>
      {start.error && <Problem compact error={start.error} />}
    </Modal>
  )
}
