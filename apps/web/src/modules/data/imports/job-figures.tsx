import type { ImportJob } from '@zhanggui/contract'
import { Tooltip } from 'antd'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import styles from './job-figures.module.css'
import { halfOpenRange, includedRange } from './job-range.ts'
import { jobStrings } from './job-strings.ts'
import { resultStrings } from './result-strings.ts'
import { rowClasses, rowClassName } from './row-classes.ts'

/** Where every row of the file went: written, skipped as known, or rejected; and what kinds of rows they were. */
export function JobFigures({ job }: { job: ImportJob }) {
  const t = useStrings(jobStrings)
  const words = useStrings(resultStrings)
  const format = useFormat()
  const figures = [
    { label: t.rows, value: job.rows },
    { label: job.dryRun ? t.acceptedTrial : t.accepted, value: job.accepted },
    { label: t.updated, value: job.updated, hint: t.updatedHint },
    { label: t.duplicates, value: job.duplicates, hint: t.duplicatesHint },
    { label: t.rejected, value: job.rejected, hint: t.rejectedHint },
  ]
  return (
    <Card title={words.result} note={halfOpenRange(job) && `${t.days} ${includedRange(job, format)}`}>
      <dl className={styles.figures}>
        {figures.map(({ label, value, hint }) => (
          <Tooltip key={label} title={hint}>
            <div className={styles.figure}>
              <dt>{label}</dt>
              <dd>{format.count(value)}</dd>
            </div>
          </Tooltip>
        ))}
      </dl>
      <Classes classified={job.classified} />
    </Card>
  )
}

function Classes({ classified }: { classified: ImportJob['classified'] }) {
  const words = useStrings(resultStrings)
  const language = useLanguage()
  const format = useFormat()
  const classes = rowClasses(classified)
  if (classes.length === 0) return null
  return (
    <>
      <h3 className={styles.heading}>{words.classified}</h3>
      <ul className={styles.classes}>
        {classes.map(({ id, rows, share }) => (
          <li key={id} className={styles.class}>
            <span>{rowClassName(id)[language]}</span>
            <span className={styles.track} aria-hidden>
              <span className={styles.bar} style={{ inlineSize: `${share * 100}%` }} />
            </span>
            <span className={styles.rows}>
              {format.count(rows)}
              <span className={styles.share}>{format.percent(share)}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
