import type { Issue, IssueList } from '@zhanggui/contract'
import { useFormat } from '../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { DataTable } from '../../../parts/data-table.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { Panel } from '../../../parts/panel.tsx'
import type { DayRange } from '../../../range/range.ts'
import { diagnosisStrings } from './strings.ts'
import { useIssues } from './use-diagnosis.ts'

/** What buyers complain of, wherever they said it, by the people it troubles. */
export function IssuesPanel({ store, days }: { store: string; days: DayRange }) {
  const t = useStrings(diagnosisStrings)
  const issues = useIssues(store, days)
  return (
    <Panel<IssueList>
      title={t.issues}
      note={t.issuesNote}
      query={issues}
      height={260}
      isEmpty={(data) => data.issues.length === 0}
      empty={<EmptyState title={t.noIssues} text={t.noIssuesText} />}
    >
      {(data) => <Issues data={data} />}
    </Panel>
  )
}

function Issues({ data }: { data: IssueList }) {
  const t = useStrings(diagnosisStrings)
  const language = useLanguage()
  const format = useFormat(data.currency)
  const voices = (issue: Issue): string => issue.sources.map((s) => `${t[s.source]} ${s.mentions}`).join(' · ')
  return (
    <DataTable
      label={t.issues}
      rows={data.issues}
      rowKey={(issue) => issue.id}
      columns={[
        { key: 'name', title: t.issue, render: (issue) => nameOf(issue, language) },
        { key: 'people', title: t.people, numeric: true, render: (issue) => format.count(issue.people) },
        { key: 'mentions', title: t.mentions, numeric: true, render: (issue) => format.count(issue.mentions) },
        { key: 'stake', title: t.atStake, numeric: true, render: (issue) => format.short(issue.atStakeCents, 'money') },
        { key: 'voices', title: t.voices, render: voices },
        { key: 'quote', title: t.quote, width: 280, render: (issue) => issue.quotes[0]?.text ?? '–' },
        { key: 'goods', title: t.goods, width: 220, render: (issue) => issue.items[0]?.title ?? '–' },
      ]}
    />
  )
}
