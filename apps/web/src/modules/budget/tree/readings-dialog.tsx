import type { OpenBudgetLevel, ReadingNode } from '@zhanggui/contract'
import { Button, Modal, Tag } from 'antd'
import type { ReactNode } from 'react'
import { useFormat } from '../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { Problem } from '../../../parts/problem.tsx'
import stack from '../../../parts/stack.module.css'
import type { PlanAt } from '../../goals/plans/use-plans.ts'
import { useConfirmReading } from '../use-budget.ts'
import styles from './readings-dialog.module.css'
import { treeStrings } from './tree-strings.ts'

const WHOLE = 10_000
const WIDTH = 900

type Reading = OpenBudgetLevel['readings'][number]
type Props = {
  at: PlanAt
  level: OpenBudgetLevel
  revision: number
  /** Why none can be confirmed just now. */
  blocked: string | null
  editable: boolean
  onClose: () => void
}

/** Every way to read an unclear set of shares, worked out side by side; a person says which is meant. */
export function ReadingsDialog({ at, level, revision, blocked, editable, onClose }: Props) {
  const t = useStrings(treeStrings)
  const confirm = useConfirmReading(at)
  const adopt = (readingId: string) =>
    confirm.mutate({ parentId: level.parentId, readingId, revision }, { onSuccess: onClose })
  return (
    <Modal open title={t.readingsTitle} width={WIDTH} onCancel={onClose} footer={null}>
      <div className={stack.stack}>
        <p>{t.readingsText}</p>
        {confirm.isError && <Problem compact error={confirm.error} />}
        <div className={styles.readings}>
          {level.readings.map((reading) => (
            <ReadingCard key={reading.id} reading={reading}>
              {editable && (
                <Button
                  type={reading.fits ? 'primary' : 'default'}
                  disabled={blocked !== null}
                  title={blocked ?? undefined}
                  loading={confirm.isPending && confirm.variables.readingId === reading.id}
                  onClick={() => adopt(reading.id)}
                >
                  {t.adopt}
                </Button>
              )}
            </ReadingCard>
          ))}
        </div>
        {blocked && <p>{blocked}</p>}
      </div>
    </Modal>
  )
}

function ReadingCard({ reading, children }: { reading: Reading; children: ReactNode }) {
  const t = useStrings(treeStrings)
  const language = useLanguage()
  const format = useFormat()
  return (
    <article className={`${styles.reading} ${reading.fits ? styles.fits : ''}`} aria-label={nameOf(reading, language)}>
      <span className={styles.title}>{nameOf(reading, language)}</span>
      <Nodes nodes={reading.nodes} className={styles.tree ?? ''} />
      <div className={styles.foot}>
        <span>
          <Tag color={reading.fits ? 'success' : 'error'}>{reading.fits ? t.fits : t.fitsNot}</Tag>
          {t.sum(format.percent(reading.sumBp / WHOLE))}
        </span>
        {children}
      </div>
    </article>
  )
}

function Nodes({ nodes, className }: { nodes: readonly ReadingNode[]; className: string }) {
  const t = useStrings(treeStrings)
  const format = useFormat()
  return (
    <ul className={className}>
      {nodes.map((node) => (
        <li key={node.lineId ?? node.name}>
          <span className={styles.node}>
            <span>{node.name}</span>
            <span>
              {node.base === 'parent' && (
                <span className={styles.stated}>{`${t.parent} ${format.percent(node.shareBp / WHOLE)} → `}</span>
              )}
              {node.ofTotalBp === null ? '–' : format.percent(node.ofTotalBp / WHOLE)}
            </span>
          </span>
          {node.children.length > 0 && <Nodes nodes={node.children} className={styles.below ?? ''} />}
        </li>
      ))}
    </ul>
  )
}
