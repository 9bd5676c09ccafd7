import type { PlaybookInfo } from '@zhanggui/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useStrings } from '../../../locale/strings.ts'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { PanelBody } from '../../../parts/panel.tsx'
import cards from '../cards.module.css'
import { BackTestDialog } from './back-test-dialog.tsx'
import { EditDialog } from './edit-dialog.tsx'
import { LibraryDialog } from './library-dialog.tsx'
import { PlaybookCard } from './playbook-card.tsx'
import { PreviewDialog } from './preview-dialog.tsx'
import { strings } from './strings.ts'
import { usePlaybooks } from './use-playbooks.ts'

export type PlaybookStep = 'preview' | 'backTest' | 'edit'
type Open = { step: 'library' } | { step: PlaybookStep; playbook: PlaybookInfo }

/** The shop's playbooks: each a sentence, whether it acts, and what it did lately. */
export default function PlaybookList() {
  const t = useStrings(strings)
  const mayWrite = usePermissions().includes('plan:write')
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  const query = usePlaybooks()
  const add = mayWrite && (
    <Button type="primary" onClick={() => setOpen({ step: 'library' })}>
      {t.add}
    </Button>
  )
  return (
    <>
      {(query.data?.length ?? 0) > 0 && <div className={cards.tools}>{add}</div>}
      <PanelBody
        query={query}
        height={420}
        isEmpty={(playbooks) => playbooks.length === 0}
        empty={<EmptyState title={t.none} text={t.noneText} action={add} />}
      >
        {(playbooks) => (
          <ul className={cards.cards} aria-label={t.playbooks}>
            {playbooks.map((playbook) => (
              <PlaybookCard
                key={playbook.id}
                playbook={playbook}
                mayWrite={mayWrite}
                onOpen={(step) => setOpen({ step, playbook })}
              />
            ))}
          </ul>
        )}
      </PanelBody>
      {open?.step === 'library' && <LibraryDialog onClose={close} />}
      {open?.step === 'preview' && <PreviewDialog playbook={open.playbook} onClose={close} />}
      {open?.step === 'backTest' && <BackTestDialog playbook={open.playbook} onClose={close} />}
      {open?.step === 'edit' && <EditDialog playbook={open.playbook} onClose={close} />}
    </>
  )
}
