import type { Lever } from '@zhanggui/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useShopInstant } from '../../../app/use-shop-instant.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { PanelBody } from '../../../parts/panel.tsx'
import cards from '../cards.module.css'
import { LeverDialog } from './lever-dialog.tsx'
import styles from './playbooks.module.css'
import { strings } from './strings.ts'
import { useLevers } from './use-playbooks.ts'
import { fieldName, subjectName, valueText } from './words.ts'

/** What playbooks steer outside, and what each is wanted to be. */
export default function LeversView() {
  const t = useStrings(strings)
  const [open, setOpen] = useState<Lever | 'new' | null>(null)
  const mayWrite = usePermissions().includes('plan:write')
  const query = useLevers()
  const add = mayWrite && (
    <Button type="primary" onClick={() => setOpen('new')}>
      {t.addLever}
    </Button>
  )
  return (
    <>
      {(query.data?.length ?? 0) > 0 && <div className={cards.tools}>{add}</div>}
      <PanelBody
        query={query}
        height={420}
        isEmpty={(levers) => levers.length === 0}
        empty={<EmptyState title={t.noLevers} text={t.noLeversText} action={add} />}
      >
        {(levers) => <LeverTable levers={levers} {...(mayWrite ? { onOpen: setOpen } : {})} />}
      </PanelBody>
      {open && <LeverDialog lever={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </>
  )
}

function LeverTable({ levers, onOpen }: { levers: readonly Lever[]; onOpen?: (lever: Lever) => void }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const instantOf = useShopInstant()
  const columns: Column<Lever>[] = [
    {
      key: 'lever',
      title: t.lever,
      width: 240,
      render: ({ type, id, name }) => (
        <>
          <span className={styles.subject}>{subjectName(type, language)}</span> {name === '' ? id : name}
        </>
      ),
    },
    {
      key: 'fields',
      title: t.fields,
      render: ({ type, fields }) => (
        <span className={cards.text}>
          {Object.entries(fields)
            .map(([field, value]) => `${fieldName(field, language, type)} ${valueText(field, value, language)}`)
            .join(' · ')}
        </span>
      ),
    },
    { key: 'at', title: t.updatedAt, render: ({ updatedAt }) => instantOf(updatedAt) },
  ]
  return (
    <DataTable
      columns={columns}
      rows={levers}
      rowKey={({ type, id }) => `${type}/${id}`}
      label={t.levers}
      {...(onOpen ? { onRowClick: onOpen } : {})}
    />
  )
}
