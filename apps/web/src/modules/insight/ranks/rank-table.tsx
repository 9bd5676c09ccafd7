import type { RankSubject } from '@zhanggui/contract'
import { Tag } from 'antd'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { strings } from './strings.ts'
import { subjectName } from './subject-name.ts'

const COLOURS: Record<RankSubject['verdict'], string> = {
  reached: 'green',
  onTrack: 'blue',
  behind: 'gold',
  missed: 'red',
  unknown: 'default',
  stale: 'default',
}

type Props = { subjects: readonly RankSubject[]; onChoose: (id: string) => void }

/** A row for what is followed: where it stands, what is missing, whether it gets there in time. */
export function RankTable({ subjects, onChoose }: Props) {
  const t = useStrings(strings)
  const format = useFormat()
  const columns: Column<RankSubject>[] = [
    { key: 'subject', title: t.subject, render: (subject) => subjectName(subject, t) },
    { key: 'latest', title: t.latest, numeric: true, render: (subject) => <Latest subject={subject} /> },
    {
      key: 'gained',
      title: t.gained,
      numeric: true,
      render: ({ points }) => <Gained gained={points.at(-1)?.gained} />,
    },
    {
      key: 'goal',
      title: t.goal,
      numeric: true,
      render: ({ goalRank }) => <span data-value={goalRank}>{format.count(goalRank)}</span>,
    },
    { key: 'by', title: t.by, render: ({ byDay }) => format.shortDay(byDay) },
    {
      key: 'distance',
      title: t.distance,
      numeric: true,
      render: ({ distance }) => (
        <span data-value={distance?.places ?? ''}>
          {distance === null ? '–' : (distance.isAtLeast ? t.atLeast : t.places)(format.count(distance.places))}
        </span>
      ),
    },
    {
      key: 'verdict',
      title: t.verdict,
      render: ({ verdict, expected }) => (
        <span title={expected === null ? undefined : t.expected(format.count(expected))}>
          <Tag color={COLOURS[verdict]}>{t[verdict]}</Tag>
        </span>
      ),
    },
    { key: 'owner', title: t.owner, render: ({ owner }) => owner },
  ]
  return (
    <DataTable
      label={t.list}
      rows={subjects}
      rowKey={({ id }) => id}
      columns={columns}
      onRowClick={({ id }) => onChoose(id)}
    />
  )
}

function Latest({ subject: { points } }: { subject: RankSubject }) {
  const t = useStrings(strings)
  const format = useFormat()
  const latest = points.at(-1)
  if (!latest) return '–'
  return (
    <span data-value={latest.rank ?? ''}>
      {latest.rank === null ? t.beyond(format.count(latest.depth)) : format.count(latest.rank)}
    </span>
  )
}

function Gained({ gained }: { gained: number | null | undefined }) {
  const format = useFormat()
  if (gained == null) return '–'
  const sign = gained > 0 ? '↑' : gained < 0 ? '↓' : ''
  return <span data-value={gained}>{`${sign}${format.count(Math.abs(gained))}`}</span>
}
