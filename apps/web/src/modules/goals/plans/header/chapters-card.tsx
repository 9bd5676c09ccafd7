import type { PlanDetail } from '@zhanggui/contract'
import { Button, Input } from 'antd'
import { useEffect, useId, useRef, useState } from 'react'
import { Link } from 'react-router'
import { useSearchState } from '../../../../app/use-search-state.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { Card } from '../../../../parts/card.tsx'
import { Problem } from '../../../../parts/problem.tsx'
import type { PlanAt } from '../use-plans.ts'
import styles from './chapters-card.module.css'
import { headerStrings } from './strings.ts'
import { useHeaderEditable, useSaveHeader } from './use-header.ts'

export const CHAPTERS = ['market', 'goals', 'strategy', 'execution', 'resources', 'monitoring'] as const
type Chapter = (typeof CHAPTERS)[number]
const LENGTH_MAX = 20_000

type Props = { at: PlanAt; plan: PlanDetail }

/** What the author writes in each chapter of the plan document; which one is open is in the URL, so that findings lead to it. */
export function ChaptersCard({ at, plan }: Props) {
  const t = useStrings(headerStrings)
  const { get, set } = useSearchState()
  const editable = useHeaderEditable(plan)
  const open = CHAPTERS.find((chapter) => chapter === get('field')) ?? null
  const read = <Link to={`/stores/${encodeURIComponent(at.store)}/review/plan-document?plan=${at.plan}`}>{t.read}</Link>
  return (
    <Card title={t.chapters} note={t.chaptersNote} extra={read}>
      <ul className={styles.chapters}>
        {CHAPTERS.map((chapter) => (
          <li key={chapter} className={styles.chapter} data-chapter={chapter}>
            {chapter === open ? (
              <OpenChapter
                at={at}
                plan={plan}
                chapter={chapter}
                editable={editable}
                onClose={() => set({ field: null })}
              />
            ) : (
              <button type="button" className={styles.closed} onClick={() => set({ field: chapter })}>
                <span className={styles.title}>{t[chapter]}</span>
                <span className={plan.texts[chapter] === '' ? styles.blank : styles.text}>
                  {plan.texts[chapter] || t.unwritten}
                </span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

type OpenProps = Props & { chapter: Chapter; editable: boolean; onClose: () => void }

function OpenChapter({ at, plan, chapter, editable, onClose }: OpenProps) {
  const t = useStrings(headerStrings)
  const id = useId()
  const place = useRef<HTMLDivElement>(null)
  const [text, setText] = useState(plan.texts[chapter])
  const save = useSaveHeader(at, plan)
  useEffect(() => place.current?.scrollIntoView({ block: 'center' }), [])
  return (
    <div ref={place} className={styles.open}>
      <label htmlFor={id} className={styles.title}>
        {t[chapter]}
      </label>
      <Input.TextArea
        id={id}
        autoFocus={editable}
        readOnly={!editable}
        autoSize={{ minRows: 4, maxRows: 18 }}
        maxLength={LENGTH_MAX}
        placeholder={t.hint}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {save.error && <Problem compact error={save.error} />}
      <div className={styles.actions}>
        {editable && (
          <Button
            type="primary"
            disabled={text === plan.texts[chapter]}
            loading={save.isPending}
            onClick={() => save.run({ texts: { ...plan.texts, [chapter]: text } }, onClose)}
          >
            {t.save}
          </Button>
        )}
        <Button onClick={onClose}>{editable ? t.cancel : t.close}</Button>
      </div>
    </div>
  )
}
