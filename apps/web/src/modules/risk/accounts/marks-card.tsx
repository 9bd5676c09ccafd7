import type { RiskAccountMark, RiskAccountPerson } from '@zhanggui/contract'
import { Button, Flex, Tag } from 'antd'
import { useState } from 'react'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import styles from './accounts.module.css'
import { accountDigits, markCode } from './short-names.ts'
import { strings } from './strings.ts'
import type { MarkChange } from './use-accounts.ts'

type OnChange = (change: MarkChange) => void
type MarksCardProps = { person: RiskAccountPerson; onChange: OnChange }

/** Every device, way to pay and address that the accounts were seen with, and what it says. */
export function MarksCard({ person, onChange }: MarksCardProps) {
  const t = useStrings(strings)
  const columns: Column<RiskAccountMark>[] = [
    { key: 'mark', title: t.mark, render: ({ kind, mark }) => t.markOf(t[`kind_${kind}`], markCode(mark)) },
    { key: 'effect', title: t.effect, render: (mark) => <Effect mark={mark} /> },
    { key: 'seen', title: t.seenBy, render: (mark) => <Holders mark={mark} onChange={onChange} /> },
    { key: 'act', title: t.act, render: (mark) => <ForEverybody mark={mark} onChange={onChange} /> },
  ]
  const none = <EmptyState title={t.noMarks} text={t.noMarksText} />
  return (
    <Card title={t.marks} note={t.marksNote}>
      {person.marks.length === 0 ? (
        none
      ) : (
        <DataTable columns={columns} rows={person.marks} rowKey={(one) => one.kind + one.mark} label={t.marks} />
      )}
    </Card>
  )
}

function Effect({ mark: { standing, others } }: { mark: RiskAccountMark }) {
  const t = useStrings(strings)
  const format = useFormat()
  return (
    <div className={styles.lines}>
      <span>{standing === 'ties' ? <Tag color="warning">{t.ties}</Tag> : t[standing]}</span>
      {others > 0 && <span className={styles.soft}>{t.othersToo(format.count(others))}</span>}
    </div>
  )
}

/** More are told when they are asked for: a farm's list hides everything else. */
const HOLDERS_SHOWN = 5

function Holders({ mark, onChange }: { mark: RiskAccountMark; onChange: OnChange }) {
  const t = useStrings(strings)
  const format = useFormat()
  const [isOpen, setIsOpen] = useState(false)
  const { holders } = mark
  const shown = isOpen ? holders : holders.slice(0, HOLDERS_SHOWN)
  const more = holders.length - shown.length
  return (
    <div className={styles.lines}>
      <ul className={styles.lines}>
        {shown.map((holder) => (
          <HolderLine key={holder.account} mark={mark} holder={holder} onChange={onChange} />
        ))}
      </ul>
      {more > 0 && (
        <Button size="small" type="link" className={styles.more ?? ''} onClick={() => setIsOpen(true)}>
          {t.moreAccounts(format.count(more))}
        </Button>
      )}
    </div>
  )
}

/** Whether something follows from taking the mark off. */
const says = ({ standing }: RiskAccountMark): boolean => standing === 'ties' || standing === 'tooLittle'

type HolderLineProps = { mark: RiskAccountMark; holder: RiskAccountMark['holders'][number]; onChange: OnChange }

function HolderLine({ mark, holder: { account, seenAt, unlinked }, onChange }: HolderLineProps) {
  const t = useStrings(strings)
  const format = useFormat()
  const name = t.account(accountDigits(account))
  const way = unlinked ? 'relink' : 'unlink'
  const mayChange = !mark.everybody && (unlinked || says(mark))
  return (
    <li className={styles.line}>
      <span>{name}</span>
      <span className={styles.soft}>
        {unlinked ? t.unlinkedBy(unlinked.reason, format.instant(unlinked.at)) : format.instant(seenAt)}
      </span>
      {mayChange && (
        <Button
          size="small"
          aria-label={`${t[way]} ${name}`}
          onClick={() => onChange({ way, account, kind: mark.kind, mark: mark.mark, of: 'account' })}
        >
          {t[way]}
        </Button>
      )}
    </li>
  )
}

function ForEverybody({ mark, onChange }: { mark: RiskAccountMark; onChange: OnChange }) {
  const t = useStrings(strings)
  const format = useFormat()
  const { kind, mark: hash, holders, everybody } = mark
  const [first] = holders
  if (!first || !(everybody || says(mark))) return '–'
  const change = (way: MarkChange['way']) =>
    onChange({ way, account: first.account, kind, mark: hash, of: 'everybody' })
  if (!everybody)
    return (
      <Button size="small" onClick={() => change('unlink')}>
        {t.unlinkAll}
      </Button>
    )
  return (
    <Flex gap={8} wrap align="center" className={styles.line ?? ''}>
      <span className={styles.soft}>{t.unlinkedForAll(everybody.reason, format.instant(everybody.at))}</span>
      <Button size="small" onClick={() => change('relink')}>
        {t.relink}
      </Button>
    </Flex>
  )
}
