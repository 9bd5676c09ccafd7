import type { PartnerSummary } from '@zhanggui/contract'
import { Button } from 'antd'
import { Link } from 'react-router'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import link from '../../../parts/link.module.css'
import { PageHeader } from '../../../parts/page-header.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { Problem } from '../../../parts/problem.tsx'
import stack from '../../../parts/stack.module.css'
import styles from './partners.module.css'
import { RecordLinks } from './record-links.tsx'
import { ScoreText } from './score-text.tsx'
import { strings } from './strings.ts'
import { useJudge, usePartners } from './use-partners.ts'

const HEIGHT = 200

/** Who works for the shop from outside, and how well they keep what was agreed. */
export default function PartnersPage() {
  const t = useStrings(strings)
  const store = useStoreId()
  const mayWrite = usePermissions().includes('plan:write')
  const judge = useJudge(store)
  const add = (
    <Link to={`/stores/${store}/admin/resources/partners`}>
      <Button tabIndex={-1} type="primary">
        {t.add}
      </Button>
    </Link>
  )
  return (
    <div className={stack.stack}>
      <PageHeader
        title={t.title}
        lead={t.lead}
        actions={
          <>
            {mayWrite && (
              <Button loading={judge.isPending} onClick={() => judge.mutate()}>
                {t.judge}
              </Button>
            )}
            {add}
          </>
        }
      />
      {judge.isError && <Problem compact error={judge.error} />}
      <Panel<PartnerSummary[]>
        title={t.list}
        note={t.listNote}
        extra={<RecordLinks />}
        query={usePartners(store)}
        height={HEIGHT}
        isEmpty={(partners) => partners.length === 0}
        empty={<EmptyState title={t.none} text={t.noneText} action={add} />}
      >
        {(partners) => <Partners partners={partners} />}
      </Panel>
    </div>
  )
}

function Partners({ partners }: { partners: readonly PartnerSummary[] }) {
  const t = useStrings(strings)
  const store = useStoreId()
  const format = useFormat()
  const columns: Column<PartnerSummary>[] = [
    {
      key: 'name',
      title: t.name,
      render: ({ code, name }) => (
        <Link className={link.link} to={encodeURIComponent(code)}>
          {name}
        </Link>
      ),
    },
    { key: 'kind', title: t.kind, render: ({ kind }) => t[kind] },
    {
      key: 'score',
      title: t.score,
      numeric: true,
      render: ({ score }) => <ScoreText score={score} />,
      sort: (a, b) => (a.score.score ?? -1) - (b.score.score ?? -1),
    },
    {
      key: 'missed',
      title: t.missedNow,
      numeric: true,
      render: ({ missedNow }) => (
        <span className={missedNow > 0 ? styles.bad : styles.quiet} data-value={missedNow}>
          {format.count(missedNow)}
        </span>
      ),
    },
    {
      key: 'next',
      title: t.next,
      render: ({ next }) =>
        next ? (
          <span>
            {next.number}{' '}
            <span className={next.standing === 'running' ? styles.note : styles.warn}>
              {t[next.standing]} · {t.decideBy(format.shortDay(next.decideBy))}
            </span>
          </span>
        ) : (
          '–'
        ),
    },
    {
      key: 'proposal',
      title: t.proposal,
      render: ({ proposal }) => <span title={t[`${proposal}Why`]}>{t[proposal]}</span>,
    },
  ]
  return <DataTable label={t.list} rows={partners} rowKey={({ code }) => `${store}/${code}`} columns={columns} />
}
