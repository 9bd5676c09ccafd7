import { Button } from 'antd'
import { useState } from 'react'
import { useStrings } from '../../../locale/strings.ts'
import { EmptyState } from '../../../parts/empty-state.tsx'
import type { GoalsProps } from './goals-home.tsx'
import { SpreadDialog } from './spread-dialog.tsx'
import { strings } from './strings.ts'

/** A plan without goals: what this page is for, and the one button that fills it. */
export function NoGoals({ at, view, editable }: GoalsProps) {
  const t = useStrings(strings)
  const [open, setOpen] = useState(false)
  const action = editable && (
    <Button type="primary" onClick={() => setOpen(true)}>
      {t.start}
    </Button>
  )
  return (
    <>
      <EmptyState title={t.emptyTitle} text={t.emptyText} action={action} />
      {open && <SpreadDialog at={at} view={view} goal={null} onClose={() => setOpen(false)} onDone={() => undefined} />}
    </>
  )
}
