import type { PlanDetail, PlanVersion } from '@zhanggui/contract'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStoreTimeZone } from '../../../app/use-store-time-zone.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { PersonName } from '../../../parts/person-name.tsx'
import { homeStrings } from './home-strings.ts'
import { NoteDialog } from './note-dialog.tsx'
import { usePlanVersions, useRestoreVersion } from './use-plan-versions.ts'
import type { PlanAt } from './use-plans.ts'
import styles from './version-card.module.css'

const HEIGHT = 160

/** Versions of the plan: what each was for, and the way to compare or restore it. */
export function VersionCard({ at, plan }: { at: PlanAt; plan: PlanDetail }) {
  const t = useStrings(homeStrings)
  const versions = usePlanVersions(at)
  const [restoring, setRestoring] = useState<number | null>(null)
  return (
    <>
      <Panel<PlanVersion[]>
        title={t.versions}
        query={versions}
        height={HEIGHT}
        isEmpty={(list) => list.length === 0}
        empty={<EmptyState title={t.noVersions} text={t.noVersionsText} />}
      >
        {(list) => <VersionTable plan={plan} versions={list} onRestore={setRestoring} />}
      </Panel>
      {restoring !== null && <RestoreDialog at={at} number={restoring} onClose={() => setRestoring(null)} />}
    </>
  )
}

type TableProps = { plan: PlanDetail; versions: readonly PlanVersion[]; onRestore: (number: number) => void }

function VersionTable({ plan, versions, onRestore }: TableProps) {
  const t = useStrings(homeStrings)
  const format = useFormat()
  const zone = useStoreTimeZone()
  const mayRestore = usePermissions().includes('plan:write') && plan.status === 'draft'
  const { set } = useSearchState()
  const columns: Column<PlanVersion>[] = [
    { key: 'number', title: t.version, render: ({ number }) => number },
    {
      key: 'note',
      title: t.note,
      render: ({ note, approved }) => (
        <span className={styles.note}>
          {approved && <Tag color="success">{t.approvedTag}</Tag>}
          {note || '–'}
        </span>
      ),
    },
    { key: 'by', title: t.by, render: ({ createdBy }) => <PersonName person={createdBy} /> },
    { key: 'at', title: t.at, render: ({ createdAt }) => format.instant(createdAt, zone) },
    {
      key: 'sha256',
      title: t.hash,
      render: ({ sha256 }) => (
        <code className={styles.hash} title={sha256}>
          {sha256.slice(0, 12)}
        </code>
      ),
    },
    {
      key: 'actions',
      title: t.actions,
      render: ({ number }) => (
        <span className={styles.actions}>
          <Button
            size="small"
            aria-label={`${t.compare} ${number}`}
            onClick={() => set({ from: String(number), to: 'draft' })}
          >
            {t.compare}
          </Button>
          {mayRestore && (
            <Button size="small" aria-label={`${t.restore} ${number}`} onClick={() => onRestore(number)}>
              {t.restore}
            </Button>
          )}
        </span>
      ),
    },
  ]
  return <DataTable label={t.versions} columns={columns} rows={versions} rowKey={({ number }) => String(number)} />
}

function RestoreDialog({ at, number, onClose }: { at: PlanAt; number: number; onClose: () => void }) {
  const t = useStrings(homeStrings)
  const restore = useRestoreVersion(at)
  return (
    <NoteDialog
      title={t.restore}
      label={t.reason}
      help={t.restoreHelp(String(number))}
      required
      mutation={restore}
      onSubmit={(reason) => restore.mutate({ number, reason }, { onSuccess: onClose })}
      onClose={onClose}
    />
  )
}
