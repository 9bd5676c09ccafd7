import type { RankSubject } from '@zhanggui/contract'
import { useMemo } from 'react'
import { Link } from 'react-router'
import { ChartWithTable } from '../../../charts/chart-with-table.tsx'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { DataTable } from '../../../parts/data-table.tsx'
import { useTheme } from '../../../theme/theme-provider.tsx'
import { buildCourseOption } from './course-option.ts'
import { LeversPanel } from './levers-panel.tsx'
import styles from './ranks.module.css'
import { strings } from './strings.ts'
import { subjectName } from './subject-name.ts'

/** One followed rank: its course, what was done for it, and what may be done. */
export function SubjectView({ store, subject }: { store: string; subject: RankSubject }) {
  return (
    <>
      {subject.points.length > 0 && <Course subject={subject} />}
      <div className={styles.columns}>
        <LeversPanel store={store} subject={subject.id} />
        <Actions store={store} subject={subject} />
      </div>
    </>
  )
}

function Course({ subject }: { subject: RankSubject }) {
  const t = useStrings(strings)
  const theme = useTheme()
  const format = useFormat()
  const { points, best, expected, reachedOn } = subject
  const option = useMemo(() => {
    const count = (value: number | null) => (value === null ? '–' : format.count(value))
    const words = { short: count, exact: count, axis: format.shortDay, full: format.longDay }
    return buildCourseOption(subject, { words, names: { rank: t.rank, goal: t.goal } }, theme)
  }, [subject, format, t, theme])
  const notes = [
    best && t.best(format.count(best.rank), format.shortDay(best.day)),
    expected !== null && t.expected(format.count(expected)),
    reachedOn && t.reachedOn(format.shortDay(reachedOn)),
  ].filter(Boolean)
  return (
    <Card title={`${t.course} · ${subjectName(subject, t)}`} note={[t.courseNote, ...notes].join(' ')}>
      <ChartWithTable
        title={t.course}
        option={option}
        height={260}
        table={
          <DataTable
            label={t.course}
            rows={points.toReversed()}
            rowKey={({ day }) => day}
            columns={[
              { key: 'day', title: t.day, render: ({ day }) => format.longDay(day) },
              {
                key: 'rank',
                title: t.rank,
                numeric: true,
                render: ({ rank, depth }) => (rank === null ? t.beyond(format.count(depth)) : format.count(rank)),
              },
              { key: 'source', title: t.source, render: ({ source }) => source },
            ]}
          />
        }
      />
    </Card>
  )
}

function Actions({ store, subject: { actions } }: { store: string; subject: RankSubject }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const format = useFormat()
  return (
    <Card
      title={t.actions}
      note={t.forbidden}
      extra={<Link to={`/stores/${store}/admin/resources/rank-actions`}>{t.addAction}</Link>}
    >
      {actions.length === 0 && <p className={styles.note}>{t.noActions}</p>}
      <ul className={styles.list}>
        {actions.map(({ day, leverZh, leverEn, what }) => (
          <li key={`${day}/${leverZh}`}>
            <b>{language === 'zh' ? leverZh : leverEn}</b> <span className={styles.note}>{format.shortDay(day)}</span>
            <div>{what}</div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
