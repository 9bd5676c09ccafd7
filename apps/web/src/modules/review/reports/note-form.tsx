import type { ReportView } from '@zhanggui/contract'
import { Button, Input, Segmented, Select } from 'antd'
import { useState } from 'react'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { DayInput } from '../../../parts/day-input.tsx'
import { Problem } from '../../../parts/problem.tsx'
import { useCampaigns } from '../../campaigns/use-campaigns.ts'
import styles from './report-notes.module.css'
import { strings } from './strings.ts'
import { useAddNote } from './use-reports.ts'

const EMPTY = { text: '', owner: '', dueDay: '', campaign: null as string | null }

/** A comment, or a decision with its owner and day; a decision may become a task of a campaign. */
export function NoteForm({ view }: { view: ReportView }) {
  const t = useStrings(strings)
  const campaigns = useCampaigns(useStoreId()).data ?? []
  const add = useAddNote(view)
  const [kind, setKind] = useState<'comment' | 'decision'>('comment')
  const [typed, setTyped] = useState(EMPTY)
  const isDecision = kind === 'decision'
  const isReady = typed.text.trim() !== '' && (!isDecision || (typed.owner.trim() !== '' && typed.dueDay !== ''))
  const submit = () => {
    const { text, owner, dueDay, campaign } = typed
    const decided = isDecision ? { owner, dueDay, ...(campaign ? { campaign } : {}) } : {}
    add.mutate({ kind, text, ...decided }, { onSuccess: () => setTyped(EMPTY) })
  }
  return (
    <div className={styles.form}>
      <Segmented
        value={kind}
        onChange={setKind}
        options={[
          { value: 'comment', label: t.comment },
          { value: 'decision', label: t.decision },
        ]}
      />
      <Input.TextArea
        aria-label={t.write}
        placeholder={t.write}
        autoSize={{ minRows: 2 }}
        value={typed.text}
        onChange={({ target }) => setTyped({ ...typed, text: target.value })}
      />
      {isDecision && (
        <div className={styles.fields}>
          <Input
            aria-label={t.owner}
            placeholder={t.owner}
            value={typed.owner}
            onChange={({ target }) => setTyped({ ...typed, owner: target.value })}
          />
          <DayInput
            id="note-due"
            value={typed.dueDay === '' ? null : typed.dueDay}
            onChange={(day) => setTyped({ ...typed, dueDay: day ?? '' })}
          />
          <Select
            allowClear
            aria-label={t.campaign}
            placeholder={t.campaign}
            value={typed.campaign}
            onChange={(campaign) => setTyped({ ...typed, campaign: campaign ?? null })}
            options={campaigns.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </div>
      )}
      {add.error && <Problem error={add.error} />}
      <Button type="primary" disabled={!isReady} loading={add.isPending} onClick={submit}>
        {t.add}
      </Button>
    </div>
  )
}
