import type { ReportNote, ReportView } from '@zhanggui/contract'
import { Button } from 'antd'
import { Link } from 'react-router'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { NoteForm } from './note-form.tsx'
import styles from './report-notes.module.css'
import { strings } from './strings.ts'
import { useFinishDecision } from './use-reports.ts'

/** What was said of the report, and what was decided: by whom, until when, whether it is done. */
export function ReportNotes({ view }: { view: ReportView }) {
  const t = useStrings(strings)
  const mayWrite = usePermissions().includes('plan:write')
  return (
    <Card title={t.notes} note={t.notesLead}>
      {view.notes.length === 0 && <p className={styles.none}>{t.noNotes}</p>}
      <ul className={styles.list}>
        {view.notes.map((note) => (
          <Note key={note.id} note={note} mayWrite={mayWrite} />
        ))}
      </ul>
      {mayWrite && <NoteForm view={view} />}
    </Card>
  )
}

function Note({ note, mayWrite }: { note: ReportNote; mayWrite: boolean }) {
  const t = useStrings(strings)
  const format = useFormat()
  const store = useStoreId()
  const finish = useFinishDecision()
  const isDecision = note.kind === 'decision'
  return (
    <li className={styles.note}>
      <p className={styles.text}>
        <span className={isDecision ? styles.decision : styles.comment}>{isDecision ? t.decision : t.comment}</span>
        {note.text}
      </p>
      <p className={styles.facts}>
        {isDecision && <span>{`${t.owner} ${note.owner} · ${t.dueDay} ${note.dueDay}`}</span>}
        <span>{`${note.by} · ${format.instant(note.at)}`}</span>
        {note.task && <Link to={`/stores/${store}/campaigns/${note.task.campaign}`}>{t.asTask}</Link>}
        {isDecision && note.doneAt && <span className={styles.done}>{t.finished}</span>}
        {isDecision && !note.doneAt && mayWrite && (
          <Button size="small" loading={finish.isPending} onClick={() => finish.mutate(note.id)}>
            {t.done}
          </Button>
        )}
      </p>
    </li>
  )
}
