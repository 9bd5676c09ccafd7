import type { PlanTableResult } from '@zhanggui/contract'
import { Tag } from 'antd'
import { useFormat } from '../../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../../locale/strings.ts'
import { type Column, DataTable } from '../../../../parts/data-table.tsx'
import { tableStrings } from './strings.ts'
import styles from './taken-result.module.css'

type Counts = PlanTableResult['counts']
type Line = { list: keyof Counts } & Counts[keyof Counts]

const LISTS: readonly (keyof Counts)[] = ['table', 'goals', 'tasks', 'requests', 'budget', 'rules']

/** What a table makes of the plan: how much of each kind, what is worth a look, what goes. */
export function TakenResult({ result }: { result: PlanTableResult }) {
  const t = useStrings(tableStrings)
  const format = useFormat()
  const lines = LISTS.map((list): Line => ({ list, ...result.counts[list] }))
  const count = (key: 'created' | 'updated' | 'kept' | 'removed'): Column<Line> => ({
    key,
    title: t[key],
    numeric: true,
    render: (line) => format.count(line[key]),
  })
  const columns: Column<Line>[] = [
    { key: 'list', title: t.what, render: ({ list }) => t[`list_${list}`] },
    count('created'),
    count('updated'),
    count('kept'),
    count('removed'),
  ]
  return (
    <div className={styles.result}>
      <DataTable label={t.what} columns={columns} rows={lines} rowKey={({ list }) => list} />
      <Notes result={result} />
      <Texts title={t.gone} texts={[...new Set(result.removed)].map((text) => ({ id: text, text }))} />
      <Texts title={t.preview} texts={result.tasks.map(({ id, title }) => ({ id, text: title }))} />
      <Texts title={t.previewRequests} texts={result.requests} />
    </div>
  )
}

function Notes({ result }: { result: PlanTableResult }) {
  const t = useStrings(tableStrings)
  const zh = useLanguage() === 'zh'
  if (result.notes.length === 0) return <p className={styles.soft}>{t.noNotes}</p>
  return (
    <section aria-label={t.notes}>
      <h3 className={styles.title}>{t.notes}</h3>
      <ul className={styles.notes}>
        {result.notes.map(({ code, source, text, messageZh, messageEn }) => (
          <li key={`${code}:${source?.row}:${source?.column}:${text}`}>
            {source && <Tag>{t.place(String(source.row), source.column ?? '')}</Tag>}
            {text !== '' && <b>{text.slice(0, 80)} </b>}
            <span className={styles.soft}>{zh ? messageZh : messageEn}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Texts({ title, texts }: { title: string; texts: readonly { id: string; text: string }[] }) {
  const format = useFormat()
  if (texts.length === 0) return null
  return (
    <details className={styles.texts}>
      <summary>
        {title} {format.count(texts.length)}
      </summary>
      <ul>
        {texts.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
    </details>
  )
}
