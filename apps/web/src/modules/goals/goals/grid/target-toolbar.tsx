import type { EditGoals } from '@zhanggui/contract'
import { Button, Select } from 'antd'
import { useStrings } from '../../../../locale/strings.ts'
import { strings } from '../strings.ts'
import styles from './target-grid.module.css'

type Absorb = NonNullable<EditGoals['absorb']>
const ABSORB: readonly Absorb[] = ['siblings', 'ancestors', 'both', 'nobody']

type Props = {
  absorb: Absorb
  onAbsorb: (absorb: Absorb) => void
  busy: boolean
  undoable: boolean
  blanks: boolean
  onUndo: () => void
  onSpread: () => void
  onReconcile: (fillBlanks: boolean) => void
  onBaselines: () => void
}

/** Who takes up the difference of an edit. */
export function AbsorbSelect({ absorb, onAbsorb }: Pick<Props, 'absorb' | 'onAbsorb'>) {
  const t = useStrings(strings)
  return (
    <>
      {t.absorb}{' '}
      <Select<Absorb>
        aria-label={t.absorb}
        value={absorb}
        onChange={onAbsorb}
        popupMatchSelectWidth={false}
        options={ABSORB.map((value) => ({ value, label: t[value] }))}
      />
    </>
  )
}

/** What can be done with the whole tree, and who takes up the difference of an edit. */
export function TargetToolbar(props: Props) {
  const t = useStrings(strings)
  const { busy } = props
  return (
    <div className={styles.toolbar}>
      <Button type="primary" disabled={busy} onClick={props.onSpread}>
        {t.spread}
      </Button>
      <Button disabled={busy} onClick={() => props.onReconcile(false)}>
        {t.reconcile}
      </Button>
      {props.blanks && (
        <Button disabled={busy} onClick={() => props.onReconcile(true)}>
          {t.fillBlanks}
        </Button>
      )}
      <Button disabled={busy} onClick={props.onBaselines}>
        {t.baselines}
      </Button>
      <Button disabled={busy || !props.undoable} onClick={props.onUndo}>
        {t.undo}
      </Button>
      <span className={styles.push}>
        <AbsorbSelect absorb={props.absorb} onAbsorb={props.onAbsorb} />
      </span>
    </div>
  )
}
