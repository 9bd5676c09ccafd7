import { CaretDownOutlined, CaretRightOutlined } from '@ant-design/icons'
import type { GanttRow } from '@zhanggui/contract'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import styles from './gantt-view.module.css'
import { strings } from './strings.ts'

type Props = { row: GanttRow; rows: readonly GanttRow[]; expanded: readonly string[] }

/** The name beside a bar; an event with work under it opens and closes. */
export function GanttName({ row, rows, expanded }: Props) {
  const language = useLanguage()
  const { set } = useSearchState()
  const name = language === 'zh' ? row.name : row.nameEn
  const hasWork = row.kind === 'event' && rows.some(({ parentId }) => parentId === row.id)
  const isOpen = expanded.includes(row.id)
  const toggle = () => {
    const next = isOpen ? expanded.filter((id) => id !== row.id) : [...expanded, row.id]
    set({ rows: next.join(',') || null }, { replace: true })
  }
  return (
    <div
      className={styles.name}
      data-kind={row.kind}
      data-under={row.parentId !== null || undefined}
      data-plain={!hasWork || undefined}
    >
      {hasWork ? (
        <button type="button" className={styles.toggle} aria-expanded={isOpen} title={name} onClick={toggle}>
          {isOpen ? <CaretDownOutlined aria-hidden /> : <CaretRightOutlined aria-hidden />}
          <span className={styles.nameText}>{name}</span>
        </button>
      ) : (
        <span className={styles.nameText} title={name}>
          {name}
        </span>
      )}
      <Marks row={row} />
    </div>
  )
}

/** Drift against the approved days, and what is late; nothing when all is well. */
function Marks({ row }: { row: GanttRow }) {
  const t = useStrings(strings)
  const format = useFormat()
  const { endDrift, late } = row
  return (
    <>
      {late && (
        <span className={styles.late} data-level={late}>
          {t[late]}
        </span>
      )}
      {endDrift !== null && endDrift !== 0 && (
        <span
          className={styles.drift}
          data-later={endDrift > 0 || undefined}
          title={endDrift > 0 ? t.drift(format.count(endDrift)) : t.ahead(format.count(-endDrift))}
        >
          {endDrift > 0 ? `+${endDrift}` : `−${-endDrift}`}
        </span>
      )}
    </>
  )
}
