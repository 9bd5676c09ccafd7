import type { ProgrammeCase, ProgrammeKind } from '@zhanggui/contract'
import { useFormat } from '../../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../../locale/strings.ts'
import { type Column, DataTable } from '../../../../parts/data-table.tsx'
import { factText } from '../fact-text.ts'
import { CASES_A_PAGE } from '../use-programmes.ts'
import styles from './one.module.css'
import { strings } from './strings.ts'

type Props = { cases: readonly ProgrammeCase[]; kind: ProgrammeKind; onOpen: (one: ProgrammeCase) => void }

/** The first facts of a case say which it is; all of them stand where it is opened. */
const FACTS_SHOWN = 3

/** A long text keeps to its column; hovering tells all of it. */
const Short = ({ text }: { text: string }) => (
  <span className={styles.short} title={text}>
    {text}
  </span>
)

export function CaseTable({ cases, kind, onOpen }: Props) {
  const t = useStrings(strings)
  const format = useFormat()
  const language = useLanguage()
  const statusName = (id: string): string => {
    const status = kind.statuses.find((one) => one.id === id)
    return status ? nameOf(status, language) : id
  }
  const first = cases[0]?.facts.slice(0, FACTS_SHOWN) ?? []
  const columns: Column<ProgrammeCase>[] = [
    { key: 'id', title: language === 'zh' ? kind.caseNameZh : kind.caseNameEn, render: ({ id }) => id },
    { key: 'status', title: t.status, render: ({ status }) => statusName(status) },
    ...first.map(
      (fact, i): Column<ProgrammeCase> => ({
        key: `fact-${fact.nameEn}`,
        title: nameOf(fact, language),
        numeric: fact.unit === 'money' || fact.unit === 'count',
        render: ({ facts }) => <Short text={facts[i] ? factText(facts[i], format, language) : '–'} />,
      }),
    ),
    { key: 'due', title: t.dueDay, render: ({ dueDay }) => (dueDay ? format.longDay(dueDay) : '–') },
    { key: 'moved', title: t.moved, render: ({ movedAt }) => format.instant(movedAt) },
  ]
  return (
    <DataTable
      columns={columns}
      rows={cases}
      rowKey={(row) => row.id}
      label={t.casesTab}
      pageSize={CASES_A_PAGE}
      onRowClick={onOpen}
    />
  )
}
